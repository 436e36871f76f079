"""Messages, threads, whispers and modals as a person would read them."""

from dataclasses import replace
from datetime import UTC, datetime

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Ephemeral
from infra.sandbox.slack.render import (
    render_channel,
    render_ephemeral,
    render_message,
    render_view,
)
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.view_checks import read_view
from infra.sandbox.slack.view_methods import keep_view
from tests.infra.sandbox.slack.conftest import Clock
from tests.infra.sandbox.slack.pieces import (
    ask,
    input_block,
    modal,
    plain,
    post,
)
from tests.infra.sandbox.slack.screens import SCREEN


def test_a_thread_stands_indented_below_its_message(
    slack: LocalSlack, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 23, 14, 5, tzinfo=UTC).timestamp()
    parent = slack.say(acme.ADA, "first")
    slack.say(acme.BO, "reply", thread_ts=parent.ts)
    slack.say(acme.EVE, "second")

    assert render_channel(slack, acme.CHANNEL, SCREEN).split("\n") == [
        "Ada  23 Nov 14:05:00",
        "first",
        "    Bo  23 Nov 14:05:00",
        "    reply",
        "",
        "Eve  23 Nov 14:05:00",
        "second",
    ]


def test_a_message_rewritten_without_blocks_says_so(store: Store) -> None:
    ts = post(store)["ts"]
    ask(store, "chat.update", channel=acme.CHANNEL, ts=ts, text="new")

    assert (
        render_message(store.messages[ts], SCREEN).split("\n")[0].endswith("(edited)")
    )


def test_a_name_cannot_command_the_terminal(store: Store) -> None:
    names = {acme.REPRIEVE: "@\x1b[2J"}
    screen = replace(SCREEN, names=names)

    picture = render_message(store.messages[post(store)["ts"]], screen)
    assert picture.startswith("<U+001B>[2J ")


def test_a_whisper_says_who_sees_it() -> None:
    line = Ephemeral(channel=acme.CHANNEL, user=acme.ADA, ts="1.0", text="no")

    assert render_ephemeral(line, SCREEN) == "only visible to Ada\nno"


def test_a_modal_shows_its_fields_errors_and_ways_out(store: Store) -> None:
    view = read_view(modal(input_block(hint=plain("No secrets."), optional=True)))
    opened = keep_view(store, acme.ADA, view)
    opened = replace(opened, errors={"reason": "Say more."}, trouble="Try again?")

    assert render_view(opened, SCREEN).split("\n") == [
        "Cancel deletion",
        "Reason (optional)",
        "[" + "_" * 78 + "]",
        "No secrets.",
        "!! Say more.",
        "!! Try again?",
        "[ Go back ]  [ Cancel deletion ]",
    ]
