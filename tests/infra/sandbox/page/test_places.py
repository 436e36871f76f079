"""Where the page is served, and when a browser is opened."""

import socket
import sys
import time
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse

from infra.sandbox.browser import Browser
from infra.sandbox.page.serving import ended
from tests.infra.sandbox.page.visitor import Visitor

HELLO = PlainTextResponse("hello")
SCRIPT = '#!/bin/sh\nprintf %s "$1" > "{told}.part" && mv "{told}.part" "{told}"\n'


def test_the_page_has_the_port_that_one_wants() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with ended(HELLO, port) as url:
        assert url == f"http://127.0.0.1:{port}/"
        assert Visitor(url).get("/").body == b"hello"


def test_a_port_that_is_taken_is_replaced_by_a_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with ended(HELLO, port) as url:
            assert f":{port}/" not in url
            assert Visitor(url).get("/").body == b"hello"


def test_a_browser_is_opened_in_the_persons_own_environment(tmp_path: Path) -> None:
    told, script = tmp_path / "told", tmp_path / "browser"
    script.write_text(SCRIPT.format(told=told))
    script.chmod(0o700)

    Browser(environment={"DISPLAY": ":0", "BROWSER": f"{script} %s"}).open("http://x/")

    for _ in range(400):
        if told.exists():
            break
        time.sleep(0.05)
    assert told.read_text() == "http://x/"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")
@pytest.mark.parametrize(
    ("environment", "wanted", "opens"),
    [
        ({"DISPLAY": ":0"}, True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        ({"DISPLAY": ":0"}, False, False),
        ({"DISPLAY": ""}, True, False),
        ({}, True, False),
    ],
)
def test_a_browser_is_opened_only_where_there_is_a_screen(
    environment: dict[str, str], *, wanted: bool, opens: bool
) -> None:
    assert Browser(environment=environment, wanted=wanted).opens == opens
