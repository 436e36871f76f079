"""A letter goes where its sender wanted it, and a press goes nowhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from infra.dead_letters.letter import Letter
from infra.dead_letters.redrive import redrive
from infra.dead_letters.telling import as_list, as_page
from tests.infra.dead_letters.letters import (
    EVENT,
    NOTE,
    SCHEDULED,
    SNS_EVENT,
    failed,
    news_letter,
    press_letter,
)


class RefusedError(Exception):
    """AWS did not take it."""


@dataclass
class Told:
    """Keeps what was sent; the letter must be taken out after it, never before."""

    refuses: bool = False
    did: list[tuple[str, Any]] = field(default_factory=list)

    def publish(self, message: str) -> None:
        self._do("publish", message)

    def invoke(self, function: str, payload: Mapping[str, Any]) -> None:
        self._do(function, payload)

    def remove(self, letter: Letter) -> None:
        self.did.append(("remove", letter.raw.id))

    def _do(self, what: str, with_it: object) -> None:
        if self.refuses:
            raise RefusedError
        self.did.append((what, with_it))


REMOVED = ("remove", "letter-1")


def test_what_the_topic_never_got_goes_to_it_as_the_rule_would_have_written() -> None:
    told = Told()

    assert redrive(news_letter(EVENT), told)

    (what, message), removed = told.did
    assert (what, removed) == ("publish", REMOVED)
    assert json.loads(message)["news"] == "scheduled"
    assert json.loads(message)["event"] == EVENT


def test_an_event_of_no_rule_goes_there_as_it_is() -> None:
    told = Told()
    strange = {**EVENT, "source": "aws.elsewhere"}

    redrive(news_letter(strange), told)

    assert json.loads(told.did[0][1]) == strange


def test_what_alerts_never_got_goes_to_it_alone_as_sns_would_have_sent_it() -> None:
    told = Told()

    assert redrive(news_letter(NOTE), told)

    (function, payload), removed = told.did
    note = payload["Records"][0]["Sns"]
    assert (function, removed) == ("alerts", REMOVED)
    assert {name: note[name] for name in ("TopicArn", "Message", "Timestamp")} == {
        name: NOTE[name] for name in ("TopicArn", "Message", "Timestamp")
    }


@pytest.mark.parametrize(
    ("payload", "function"), [(SNS_EVENT, "alerts"), (SCHEDULED, "sweep")]
)
def test_what_a_function_failed_on_goes_to_it_unchanged(
    payload: Mapping[str, Any], function: str
) -> None:
    told = Told()

    assert redrive(news_letter(failed(payload)), told)

    assert told.did == [(function, payload), REMOVED]


@pytest.mark.parametrize("document", [EVENT, NOTE, failed(SNS_EVENT)])
def test_what_aws_does_not_take_stays_in_the_queue(document: object) -> None:
    told = Told(refuses=True)

    with pytest.raises(RefusedError):
        redrive(news_letter(document), told)

    assert told.did == []


@pytest.mark.parametrize(
    "letter", [press_letter(), press_letter("rp.cancel"), news_letter("no JSON")]
)
def test_a_press_and_what_is_unknown_are_never_sent(letter: Letter) -> None:
    told = Told()

    assert not redrive(letter, told)

    assert told.did == []
    assert "redrive" not in as_page(letter, "dev")


def test_nothing_that_a_stranger_wrote_steers_the_terminal() -> None:
    hostile = "\x1b[2J\x07\u202e\u200b<!channel>"
    letter = news_letter(hostile)
    errors = {"ERROR_CODE": hostile, "ERROR_MESSAGE": hostile}

    pages = (
        as_page(letter, "dev"),
        as_list([letter]),
        as_list([news_letter(EVENT, **errors)]),
        as_page(news_letter(EVENT, **errors), "dev"),
    )

    for page in pages:
        assert all(sign.isprintable() or sign == "\n" for sign in page)


def test_no_letter_is_said_in_words() -> None:
    assert as_list([]) == "There are no dead letters."
