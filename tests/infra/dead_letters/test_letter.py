"""Each sender's dead letter is read for what it is, and so is what is none."""

import json

import pytest

from infra.dead_letters.kind import Kind
from infra.dead_letters.letter import read_press_letter
from tests.fakes.changes import RULE, change
from tests.fakes.drills import ID, drill_event, drill_note
from tests.fakes.heartbeats import heartbeat, heartbeat_note
from tests.fakes.presses import SECRET, Pressed
from tests.infra.dead_letters.letters import (
    EVENT,
    NOTE,
    SCHEDULED,
    SNS_EVENT,
    failed,
    news_letter,
    press_letter,
    raw,
)

BY_RULE = {"ERROR_CODE": "NO_PERMISSIONS", "ERROR_MESSAGE": "not allowed"}
BY_TOPIC = {"ErrorCode": "404", "ErrorMessage": "no function"}
IN_LOG = "not said here; the log of the function `inventory` has it"
EXHAUSTED = "RetriesExhausted: ChatSilentError: chat.postMessage"


@pytest.mark.parametrize(
    ("document", "attributes", "kind", "why"),
    [
        (EVENT, BY_RULE, Kind.RULE, "NO_PERMISSIONS: not allowed"),
        (NOTE, BY_TOPIC, Kind.TOPIC, "404: no function"),
        (failed(SNS_EVENT), {}, Kind.ALERTS, EXHAUSTED),
        (failed(SCHEDULED), {}, Kind.SWEEP, EXHAUSTED),
        ({"inventory": 4, "page": 2}, {}, Kind.PAGE, IN_LOG),
        ({"begin": "now"}, {}, Kind.PAGE, IN_LOG),
        (EVENT, {}, Kind.RULE, "not said"),
    ],
)
def test_each_sender_is_known_by_its_shape(
    document: object, attributes: dict[str, str], kind: Kind, why: str
) -> None:
    letter = news_letter(document, **attributes)

    assert (letter.kind, letter.why) == (kind, why)
    if kind not in {Kind.SWEEP, Kind.PAGE}:
        assert letter.what.startswith("ScheduleKeyDeletion on ")


def test_a_drill_is_told_from_what_cannot_be_read() -> None:
    note = {**NOTE, "Message": drill_note()["Message"]}
    bare = {**NOTE, "Message": json.dumps(drill_event())}

    for document in (drill_event(), note, bare):
        assert news_letter(document).what == f"a drill, event {ID}"


def test_a_heartbeat_is_told_by_its_time() -> None:
    note = {**NOTE, "Message": heartbeat_note()["Message"]}

    for document in (heartbeat(), note, failed({"Records": [{"Sns": note}]})):
        assert news_letter(document).what == "a heartbeat of 2026-11-24T12:00:00Z"


OTHERS = {**NOTE, "TopicArn": "arn:aws:sns:eu-west-1:444455556666:reprieve-dev-news"}


@pytest.mark.parametrize(
    "document",
    [
        "",
        "no JSON",
        "[" * 100_000,
        "[]",
        "1",
        {},
        OTHERS,
        failed({"Records": [{"Sns": OTHERS}]}),
        failed({"Records": [1]}),
        failed({"Records": {}}),
        {"requestPayload": "x"},
        {"Type": "SubscriptionConfirmation"},
    ],
)
def test_what_is_none_of_ours_is_unknown_and_shown_as_it_is(document: object) -> None:
    letter = news_letter(document)

    assert letter.kind is Kind.UNKNOWN
    assert letter.content == letter.raw.body


def test_news_that_cannot_be_read_is_still_news() -> None:
    letter = news_letter({**NOTE, "Message": "broken"})

    assert (letter.kind, letter.what) == (
        Kind.TOPIC,
        "cannot be read; show it to see the text",
    )


def test_a_change_of_reprieve_itself_is_named_by_its_call() -> None:
    event = change("events", "DisableRule", RULE, id="e-1")
    letter = news_letter({**NOTE, "Message": json.dumps({"event": event})})

    assert (letter.kind, letter.what) == (Kind.TOPIC, "DisableRule, event e-1")


@pytest.mark.parametrize("button", ["rp.cancel_enable", "rp.cancel"])
def test_a_press_tells_who_asked_for_what_and_nothing_secret(button: str) -> None:
    letter = press_letter(button)

    told = f"{letter.what} {letter.content}"
    assert letter.kind is Kind.PRESS
    assert "user=U0ADALOVE1" in letter.what
    assert "case=0123456789:3" in letter.what
    assert "hooks.slack.com" not in told
    assert "v0=" not in told
    assert SECRET not in told


def test_an_ordered_look_is_no_press() -> None:
    letter = read_press_letter(raw({"look": "0123456789", "looks": 2}))

    assert (letter.kind, letter.what) == (Kind.LOOK, "second look at case 0123456789")


def test_an_ordered_drawing_is_no_press() -> None:
    letter = read_press_letter(raw({"digest": "0123456789", "turn": 2}))

    assert (letter.kind, letter.what) == (Kind.DIGEST, "drawing of storm 0123456789")


@pytest.mark.parametrize(
    "body",
    ["", "{}", '{"body": 1}', '{"body": "payload=1", "timestamp": "1"}'],
)
def test_what_somebody_else_put_there_is_unknown(body: str) -> None:
    assert read_press_letter(raw(body)).kind is Kind.UNKNOWN


def test_a_press_of_no_known_time_is_unknown() -> None:
    sealed = json.loads(Pressed(button="rp.enable", value="1:1").record()["body"])

    for timestamp in ("soon", "9" * 30, None):
        odd = raw({**sealed, "timestamp": timestamp})
        assert read_press_letter(odd).kind is Kind.UNKNOWN
