"""A reminder says how long is left, who has said what, and what can still be done."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.phase import Phase
from chalice_app.domain.quiet import Saying
from chalice_app.views.reminder_message import (
    Around,
    in_thread,
    over,
    reminder_message,
)
from chalice_app.views.reminder_notice import of
from chalice_app.views.time_left import time_left
from infra.sandbox.slack.block_checks import read_message_blocks
from tests.views.drawings import PHASES, WORDS, buttons, check, label, objects, said
from tests.views.hostile import SAMPLES
from tests.views.reminded import HOUR, said_of, sent

LINK = "https://acme.slack.com/archives/C1/p1"
AROUND = Around(first=LINK, owners=None, anybody=True)
DYING, DISABLED = PHASES[Phase.SCHEDULED], PHASES[Phase.DISABLED]


@pytest.mark.parametrize("which", [-2, -1])
@pytest.mark.parametrize("anybody", [True, False])
@pytest.mark.parametrize("found", [DYING, DISABLED], ids=["dying", "disabled"])
def test_slack_takes_it(found: Case, which: int, *, anybody: bool) -> None:
    around = replace(AROUND, anybody=anybody, owners="S0KMSOWNER")
    each = sent(found, which, HOUR)
    shown: Any = reminder_message(each, found, around, WORDS)
    check(shown)
    assert len(buttons(shown)) <= 5
    assert all("url" in it for it in buttons(shown)) or anybody
    assert LINK in said(shown)
    assert (WORDS.say("reminder.last") in said(shown)) is each.reminder.last
    check(over(found, None, WORDS))


@pytest.mark.parametrize(
    ("found", "which", "after", "told"),
    [
        (DYING, 0, timedelta(0), "Less than 7 days left"),
        (DYING, 1, HOUR, "Less than 2 days left"),
        (DYING, 1, 23 * HOUR, "Less than 2 days left"),
        (DYING, 2, timedelta(0), "Less than 24 hours left"),
        (DYING, 3, HOUR, "Less than 3 hours left"),
        (DYING, 3, 3.5 * HOUR, "Less than an hour left"),
        (DYING, 3, 4 * HOUR, "The deletion date has passed"),
        (DISABLED, 0, timedelta(0), "Disabled for more than 12 hours"),
        (DISABLED, 0, 36 * HOUR, "Disabled for more than 2 days"),
        (DISABLED, 1, HOUR, "Disabled for more than 5 days"),
    ],
)
def test_the_time_that_is_said_is_never_too_long(
    found: Case, which: int, after: timedelta, told: str
) -> None:
    assert time_left(sent(found, which, after), WORDS) == told


def test_the_last_offers_no_later_one() -> None:
    for which, menu in ((-2, True), (-1, False)):
        shown = reminder_message(sent(DYING, which, HOUR), DYING, AROUND, WORDS)
        labels = {label(it) for it in buttons(shown)}
        assert ("Remind me later" in labels) is menu
        assert {"Cancel deletion", "Deletion is intended"} <= labels


def test_who_has_said_what_is_said_everywhere() -> None:
    found = said_of(DYING, Saying.INTENDED)
    each = sent(found, -1, HOUR)
    line = "<@U0BOLINDQ2> said that the deletion is intended"
    assert line in said(reminder_message(each, found, AROUND, WORDS))
    assert line in str(in_thread(each, found, WORDS)["text"])
    _, body = of(each, found, None, WORDS)
    assert "U0BOLINDQ2 said that the deletion is intended" in body


def test_a_related_key_in_another_region_is_named() -> None:
    subject = replace(DYING.subject, id="mrk-1234")
    found = replace(DYING, subject=subject)
    each = sent(found, -1)
    whole = said(reminder_message(each, found, AROUND, WORDS))
    assert "Related multi-Region keys" in whole
    assert "What is encrypted under it cannot" not in whole
    _, body = of(each, found, None, WORDS)
    assert "Related multi-Region keys" in body


def test_a_hold_is_told_only_while_it_lasts() -> None:
    for which, told in ((1, False), (0, True)):
        found = said_of(DYING)
        each = sent(found, which)
        shown = reminder_message(each, found, AROUND, WORDS)
        for part in (said(shown), in_thread(each, found, WORDS)["text"]):
            assert ("held back" in str(part)) is told


@pytest.mark.parametrize("checked", [True, False])
def test_what_kms_was_not_asked_is_not_claimed(*, checked: bool) -> None:
    for found, claim in ((DYING, "nobody has cancelled"), (DISABLED, "re-enabled it")):
        each = sent(found, -1, HOUR, checked=checked)
        shown = said(reminder_message(each, found, AROUND, WORDS))
        assert (claim in shown) is checked
        assert ("KMS could not be asked now" in shown) is not checked


@pytest.mark.parametrize(
    ("found", "call"), [(DYING, "cancel-key-deletion"), (DISABLED, "enable-key")]
)
def test_the_e_mail_is_plain_and_says_the_command(found: Case, call: str) -> None:
    subject, body = of(sent(found, -1, HOUR), found, LINK, WORDS)
    assert subject.startswith("[Reprieve] ")
    assert f"aws kms {call} --region" in body
    assert not set("*`<") & set(body)
    assert found.subject.arn
    assert found.subject.arn in body
    assert LINK in body


@pytest.mark.parametrize("text", SAMPLES)
def test_a_strangers_name_is_no_markup(text: str) -> None:
    assert DYING.reading
    named = replace(DYING, reading=replace(DYING.reading, aliases=(text,)))
    each = sent(named, -1, HOUR)
    shown: Any = reminder_message(each, named, AROUND, WORDS)
    read_message_blocks(shown["blocks"])
    marked = [it["text"] for it in objects(shown["blocks"]) if it["type"] == "mrkdwn"]
    for part in (shown["text"], in_thread(each, named, WORDS)["text"], *marked):
        assert "<!" not in str(part).replace("<!date^", "")
    subject, body = of(each, named, None, WORDS)
    assert subject.isascii()
    assert body.isprintable() or "\n" in body
