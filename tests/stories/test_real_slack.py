"""`make demo SLACK=1`, with a local Slack behind a local socket as the workspace."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.sandbox.outside import wait_for
from infra.sandbox.pressing import asked_for_reason
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Message
from infra.sandbox.slack.server import slack_server
from infra.sandbox.slack.serving import served
from tests.infra.sandbox.page.visitor import Visitor
from tests.infra.sandbox.socket_mode.slack_side import APP_TOKEN, SlackSide
from tests.planted import leaks
from tests.stories.demo_process import HOSTILE, Demo

# Slack's client takes a proxy for the socket even to this machine.
NO_PROXY = {"HTTP_PROXY": "", "HTTPS_PROXY": ""}
GIVEN = {
    **HOSTILE,
    **NO_PROXY,
    "SLACK_BOT_TOKEN": acme.REPRIEVE_APP.token,
    "SLACK_APP_TOKEN": APP_TOKEN,
    "SLACK_CHANNEL": acme.CHANNEL,
    "SLACK_RESPONDERS": acme.ADA,
}
CODE = """
import functools, sys
from infra.sandbox.interrupts import Interrupts
from infra.sandbox.narrator import Narrator
from infra.sandbox.socket_mode.demo import in_slack
(interrupts := Interrupts()).listen()
narrator = Narrator(functools.partial(print, flush=True))
sys.exit(in_slack(narrator, interrupts, 0, sys.argv[1], opens=False))
"""
PATIENCE = 30.0
ADMINISTRATOR = {"as": "administrator"}


@contextmanager
def slack_behind_a_socket() -> Iterator[tuple[LocalSlack, str]]:
    """Give a Slack and its API's address; what people press goes over the socket."""
    with LocalSlack() as slack:
        side = SlackSide(beyond=slack_server(slack.store))
        with served(side.server()) as url:
            slack.events_url = f"{url}events"
            yield slack, f"{url}api/"


def alert(slack: LocalSlack, title: str) -> Message:
    found = wait_for(
        lambda: [it for it in slack.messages() if title in str(it.shown.blocks)],
        bool,
        PATIENCE,
    )
    assert found, [it.shown.text for it in slack.messages()]
    return found[0]


def test_a_press_in_the_workspace_saves_a_key_of_the_sandbox(tmp_path: Path) -> None:
    with (
        slack_behind_a_socket() as (slack, api),
        Demo(tmp_path, api, environment=GIVEN, run=("-c", CODE)) as demo,
    ):
        page = Visitor(demo.wait_for(r"http://127\.0\.0\.1:\d+/")[0])
        key, *_ = page.state()["keys"]
        page.post("/kms", action="schedule", key=key["id"], days=7, **ADMINISTRATOR)
        assert demo.holders(APP_TOKEN) == demo.holders(acme.REPRIEVE_APP.token) == 1
        scheduled = alert(slack, f"Key deletion scheduled: {key['alias']}")
        view = asked_for_reason(slack, scheduled, acme.ADA)
        slack.submit(view.id, {"reason": {"text": "Still in use."}}, user=acme.ADA)
        alert(slack, "Deletion cancelled")
        assert slack.views(acme.ADA) == ()
        demo.wait_for("Slack sent view_submission; acknowledged")
        assert page.state()["keys"][0]["state"] == "Disabled"

        assert demo.end(signal.SIGINT) == 0
        assert "do nothing any more" in slack.messages()[-1].shown.text
        assert demo.left_behind() == []
    said = demo.said()
    assert (
        "Only in this mode does anything but the installation of packages leave "
        in (" ".join(said.split()))
    )
    assert leaks(said.split("\n"), also=[APP_TOKEN]) == []
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "Not set: SLACK_BOT_TOKEN.\n"),
        ({"SLACK_CHANNEL": "#general"}, "SLACK_CHANNEL must be a channel's id"),
        ({"SLACK_APP_TOKEN": "xapp-wrong"}, "apps.connections.open: invalid_auth."),
        ({"SLACK_CHANNEL": "C0ELSEWHERE"}, "chat.postMessage: channel_not_found."),
    ],
)
def test_what_does_not_lead_into_slack_ends_the_demo_before_it_starts(
    given: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    environment = {**GIVEN, **given}
    with (
        slack_behind_a_socket() as (_slack, api),
        Demo(tmp_path, api, environment=environment, run=("-c", CODE)) as demo,
    ):
        assert demo.code() == 2
        assert demo.left_behind() == []
    assert sentence in demo.said()
    assert "Traceback" not in demo.said()
    assert leaks(demo.said().split("\n"), also=[APP_TOKEN, "xapp-wrong"]) == []


def test_make_demo_without_tokens_prints_the_guide(tmp_path: Path) -> None:
    environment = {**GIVEN, "SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": ""}
    with Demo(tmp_path, "--slack", environment=environment) as demo:
        assert demo.code() == 2
    assert demo.said().startswith("Not set: SLACK_BOT_TOKEN and SLACK_APP_TOKEN.\n")
    assert "socket_mode_enabled: true" in demo.said()
