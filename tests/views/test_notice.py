"""A notice is a plain e-mail: SNS takes its subject, and nothing in it acts."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import Phase
from chalice_app.domain.remedy import Remedy
from chalice_app.views.notice import of_saved
from tests.shapes import KEY
from tests.views.drawings import ACT, PHASES, WORDS, seen
from tests.views.hostile import TEXTS, hostile_act, poisoned

CANCELLED = PHASES[Phase.CANCELLED]
LINK = "https://acme.slack.com/archives/C0KMSALERT/p1700000000000001"
# What SNS asks of a subject: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
SUBJECT = re.compile(r"[!-~][ -~]{0,98}")


def labelled(body: str) -> dict[str, str]:
    rows = (line.partition(":") for line in body.splitlines())
    return {name: value.strip() for name, colon, value in rows if colon}


def test_the_subject_says_what_was_done_to_which_key() -> None:
    subject, _ = of_saved(ACT, CANCELLED, LINK, WORDS)
    assert subject == "[Reprieve] Deletion cancelled: alias/prod/payments"


def test_the_body_says_all_there_is_to_know() -> None:
    _, body = of_saved(ACT, CANCELLED, LINK, WORDS)
    assert body.startswith("Deletion cancelled. KMS confirms that the key is Disabled.")
    rows = labelled(body)
    assert rows["Key"] == "alias/prod/payments"
    assert rows["Key ARN"] == KEY.arn
    assert rows["Pressed"] == "U0ADALOVE1 (Slack user id)"
    assert rows["Time"] == "2 Mar 2026 10:01 UTC"
    assert rows["Reason"] == "Wrong account."
    assert rows["The alert in Slack"] == LINK


def test_what_is_not_there_is_said() -> None:
    _, body = of_saved(replace(ACT, reason=None), CANCELLED, None, WORDS)
    rows = labelled(body)
    assert rows["Reason"] == WORDS.say("notice.no_reason")
    assert CANCELLED.label in rows["The alert in Slack"]


@pytest.mark.parametrize(
    ("state", "following"),
    [
        (KeyState.ENABLED, "enabled"),
        (KeyState.DISABLED, "disabled"),
        (KeyState.PENDING_IMPORT, "other"),
        (None, "other"),
    ],
)
def test_it_says_what_is_left_to_do(state: KeyState | None, following: str) -> None:
    found = replace(CANCELLED, reading=seen(state) if state else None)
    _, body = of_saved(ACT, found, LINK, WORDS)
    assert WORDS.say(f"notice.next_{following}") in body.splitlines()


@pytest.mark.parametrize("remedy", Remedy)
@given(TEXTS)
def test_no_outside_text_breaks_subject_or_lines(remedy: Remedy, text: str) -> None:
    plain = replace(ACT, remedy=remedy)
    _, expected = of_saved(plain, CANCELLED, LINK, WORDS)
    hostile = poisoned(CANCELLED, text)
    subject, body = of_saved(hostile_act(remedy, text), hostile, LINK, WORDS)
    assert SUBJECT.fullmatch(subject)
    assert len(body.splitlines()) == len(expected.splitlines())
    assert len(body.encode()) < 10_000
