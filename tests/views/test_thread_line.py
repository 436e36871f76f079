"""Lines of the thread and answers: what is so, and no outside text as markup."""

from typing import Any

import pytest
from hypothesis import given

from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.phase import Phase
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.watched import WATCHED
from chalice_app.views import thread_line
from tests.shapes import START, event, refused
from tests.views.drawings import PHASES, WORDS, skeleton
from tests.views.hostile import TEXTS, hostile_event

CASE = PHASES[Phase.SCHEDULED]
LONGEST_LINE = 4000


def entry(kind: Kind, act: str, **more: Any) -> Entry:
    return Entry(press_id="p", kind=kind, at=START, user="U0ADALOVE1", act=act, **more)


@pytest.mark.parametrize("name", WATCHED)
def test_a_later_event_is_told_with_who_when_and_its_id(name: str) -> None:
    line = thread_line.of_event(event(name), WORDS)
    assert f"`{name}`" in line
    assert f"`{name}-0`" in line
    assert "<!date^1772445600^" in line
    native = name.startswith("KMS ")
    assert ("alice (role Deploy)" in line) is not native
    assert ("CloudTrail" in line) is not native


def test_a_refused_event_is_told_as_refused() -> None:
    line = thread_line.of_event(refused("EnableKey"), WORDS)
    assert "AWS refused `EnableKey`" in line
    assert "`AccessDenied`" in line


@pytest.mark.parametrize("name", WATCHED)
def test_harm_and_a_new_policy_are_urgent(name: str) -> None:
    follows = name in {"CancelKeyDeletion", "EnableKey", "DisableKeyRotation"}
    assert thread_line.is_urgent(event(name)) is not follows
    assert not thread_line.is_urgent(refused(name))


@pytest.mark.parametrize("remedy", Remedy)
def test_a_proof_names_the_deed_the_person_and_the_state(remedy: Remedy) -> None:
    proved = entry(Kind.PROVED, remedy, state="Enabled")
    line = thread_line.of_entry(proved, CASE, WORDS)
    assert line.startswith("<@U0ADALOVE1> pressed: ")
    answer = thread_line.answer_to(proved, CASE, WORDS)
    for said in (line, answer):
        assert WORDS.say(f"deed.{remedy}") in said
        assert "KMS confirms that the key is `Enabled`." in said


KMS = [name.removeprefix("kms.") for name in WORDS.sentences if name.startswith("kms.")]


@pytest.mark.parametrize("remedy", Remedy)
@pytest.mark.parametrize("error", [*KMS, "BrandNewException"])
def test_a_failure_names_the_error_and_the_next_step(
    remedy: Remedy, error: str
) -> None:
    failed = entry(Kind.FAILED, remedy, error=error)
    line = thread_line.of_entry(failed, CASE, WORDS)
    answer = thread_line.answer_to(failed, CASE, WORDS)
    step = thread_line.next_step(failed, CASE, WORDS)
    for said in (line, answer):
        assert f"`{error}`" in said
        assert said.endswith(step)
    assert not any(sign in line + answer for sign in "{}")
    asked = "{command}" in WORDS.sentences.get(f"kms.{error}", "{command}")
    assert (f"--key-id {CASE.subject.id}" in step) is asked


def test_a_failure_after_the_first_half_says_what_was_reached() -> None:
    act = Remedy.CANCEL_AND_ENABLE
    half = entry(Kind.FAILED, act, error="AccessDenied", state="Disabled")
    told = "Deletion cancelled, but AWS refused to re-enable: `AccessDenied`."
    line = thread_line.of_entry(half, CASE, WORDS)
    assert line.startswith(f'<@U0ADALOVE1> pressed "Cancel and re-enable". {told}')
    assert thread_line.answer_to(half, CASE, WORDS).startswith(told)


@pytest.mark.parametrize("name", ["EnableKey", "KMS CMK Deletion"])
@given(TEXTS)
def test_no_outside_text_of_an_event_is_markup(name: str, text: str) -> None:
    for error in (None, "x"):
        hostile = hostile_event(name, text, error=error)
        harmless = hostile_event(name, "harmless", error=error)
        line = thread_line.of_event(hostile, WORDS)
        assert skeleton(line) == skeleton(thread_line.of_event(harmless, WORDS))
        assert len(line) < LONGEST_LINE


@given(TEXTS)
def test_no_error_code_is_markup(text: str) -> None:
    failed = entry(Kind.FAILED, Remedy.ENABLE_KEY, error=text)
    plain = entry(Kind.FAILED, Remedy.ENABLE_KEY, error="BrandNew")
    for tell in (thread_line.of_entry, thread_line.answer_to):
        assert skeleton(tell(failed, CASE, WORDS)) == skeleton(tell(plain, CASE, WORDS))
