"""A preview's picture is one file that needs nothing else, and obeys no stranger."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.sandbox.outside import wait_for
from tests.domain.recorded import FOLDER, NAMES, recorded
from tests.infra.sandbox.page.html.reading import read as read_html

ROOT = Path(__file__).parents[4]
SCHEDULED = FOLDER / "schedule-by-role.json"
# What a browser would fetch by itself; a link is followed by a person alone.
FETCHED = {"src", "srcset", "data", "poster", "action", "background"}


def preview(*arguments: str | Path, **environment: str) -> Result:
    run = CliRunner(env={"DISPLAY": "", "WAYLAND_DISPLAY": "", **environment})
    return run.invoke(commands, ["preview", *map(str, arguments)])


def drawn(file: Path, folder: Path, *more: str) -> str:
    told = preview(file, "--picture", picture := folder / "picture.html", *more)
    assert told.exit_code == 0, told.output
    assert (told.stdout, told.stderr) == ("", f"The picture is in {picture}.\n")
    return picture.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_event_is_drawn_faultlessly_and_fetches_nothing(
    name: str, tmp_path: Path
) -> None:
    html = drawn(FOLDER / f"{name}.json", tmp_path)
    read = read_html(html)
    assert "alert" not in {it.get("role") for _, it in read.elements}
    assert not {name for _, it in read.elements for name in it} & FETCHED
    assert {tag for tag, _ in read.elements} & {"script", "link", "iframe"} == set()
    assert ".message {" in html
    assert all(it.startswith("data:") for it in re.findall(r'url\("?([^")]+)', html))


def test_it_shows_message_and_email_and_says_in_which_state(tmp_path: Path) -> None:
    html = drawn(SCHEDULED, tmp_path, "--state", "Disabled")
    text = read_html(html).text
    assert "Deletion cancelled, key still disabled" in text
    assert "An AWS KMS key was scheduled for deletion." in text
    assert "As it is when KMS says that the key is Disabled." in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("schedule-by-role", "in the state that the event leads to"),
        ("cancel-by-ci", "A line in the thread of an alert"),
        ("native-rotation", "Reprieve tells nobody of it"),
    ],
)
def test_it_says_under_what_circumstances_it_looks_so(
    name: str, sentence: str, tmp_path: Path
) -> None:
    assert sentence in drawn(FOLDER / f"{name}.json", tmp_path)


def test_no_outside_text_is_markup(tmp_path: Path) -> None:
    typed = "</pre></style><script>alert(1)</script>\ud800\u202e{style}<img src=x>"
    hostile: Any = recorded("disable-before-2022")
    hostile["userIdentity"]["userName"] = hostile["userAgent"] = typed
    (file := tmp_path / "event.json").write_text(json.dumps(hostile))
    unknown = {**hostile, "eventName": typed}
    (other := tmp_path / "unknown.json").write_text(json.dumps(unknown))

    read = read_html(drawn(file, tmp_path))
    nobodys = read_html(drawn(other, tmp_path))

    plain = read_html(drawn(FOLDER / "disable-before-2022.json", tmp_path))
    assert set(read.tags + nobodys.tags) <= set(plain.tags)
    assert read.tags.count("style") == nobodys.tags.count("style") == 1
    assert "<script>alert(1)</script>" in read.text


def test_what_is_printed_stays_alone_on_stdout(tmp_path: Path) -> None:
    told = preview(SCHEDULED, "--json", "--picture", tmp_path / "picture.html")
    assert json.loads(told.stdout)["event"] == "ScheduleKeyDeletion"
    assert (tmp_path / "picture.html").exists()


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    told = preview(SCHEDULED, "--picture", tmp_path)
    assert told.exit_code == 1
    assert told.stderr.endswith(
        "cannot be written: Is a directory. Name another file.\n"
    )


def test_without_a_screen_nothing_is_opened_and_that_is_said(tmp_path: Path) -> None:
    told = preview(SCHEDULED, "--open", "--picture", tmp_path / "picture.html")
    assert told.exit_code == 1
    assert "There is no screen to open it on." in told.stderr


def test_with_a_screen_a_browser_gets_the_file(tmp_path: Path) -> None:
    code = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    line = [sys.executable, "-c", code, str(got := tmp_path / "got")]
    browser = {"DISPLAY": ":9", "BROWSER": f"{shlex.join(line)} %s"}
    asked = ("preview", str(SCHEDULED), "--open")
    told = subprocess.run(
        [sys.executable, "-m", "chalice_app", *asked],
        env={**os.environ, **browser, "TMPDIR": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    [picture] = tmp_path.glob("reprieve-*.html")
    assert (told.stdout, told.stderr) == ("", f"The picture is in {picture}.\n")
    assert wait_for(lambda: got.exists() and got.read_text(), bool, 20) == (
        picture.as_uri()
    )
