"""A failed attempt says what is known of the key, and no more."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import Phase, phase_of
from tests.shapes import event, reading, refused
from tests.views.drawings import PHASES, WORDS, buttons, check, drawn, said, seen

NOTHING = "There is nothing to restore"
UNWELL = [state for state in KeyState if state is not KeyState.ENABLED]
UNCLEAR = ["DependencyTimeoutException", "KMSInternalException"]


def tried(error: str, found: KeyReading | None) -> Case:
    failed = event("ScheduleKeyDeletion", error=error)
    return replace(opened(failed, ours=True), reading=found)


def acts(shown: object) -> list[str]:
    return [it["action_id"] for it in buttons(shown)]


@pytest.mark.parametrize("state", UNWELL)
def test_a_key_that_is_not_well_for_another_reason_is_pointed_at(
    state: KeyState,
) -> None:
    found = replace(opened(refused(), ours=True), reading=seen(state))
    shown = drawn(found)
    check(shown)
    warning = WORDS.say("alert.unwell.note", state=f"`{state}`")
    assert phase_of(found) is Phase.REFUSED
    assert shown["text"].endswith(warning)
    assert [it for it in shown["blocks"] if it.get("text", {}).get("text") == warning]
    assert "This attempt changed nothing" in said(shown)
    assert NOTHING not in said(shown)
    assert acts(shown) == ["rp.looking", "rp.expected", "rp.console"]


def test_only_of_a_key_that_is_well_it_is_said_that_nothing_is_left_to_do() -> None:
    assert NOTHING in said(drawn(PHASES[Phase.REFUSED]))
    for unknown in (None, reading(None)):
        assert NOTHING not in said(drawn(tried("AccessDenied", unknown)))


@pytest.mark.parametrize("found", [None, reading(None), *map(seen, KeyState)])
@pytest.mark.parametrize("error", UNCLEAR)
def test_a_failure_of_aws_is_not_called_a_change_of_nothing(
    error: str, found: KeyReading | None
) -> None:
    shown = drawn(tried(error, found))
    check(shown)
    whole = f"{shown['text']}\n{said(shown)}"
    assert "changed nothing" not in whole
    assert "AWS refused" not in whole
    assert "Refused attempt" not in whole
    assert "for another reason" not in whole
    assert NOTHING not in whole
    for part in (shown["text"], said(shown)):
        assert f"AWS answered `{error}` to `ScheduleKeyDeletion`" in part
        assert "did not say if the attempt changed something" in part
        assert _standing(found) in part
    assert acts(shown) == ["rp.looking", "rp.expected", "rp.console"]


def _standing(found: KeyReading | None) -> str:
    if found and found.state:
        return f"KMS says that the key is `{found.state}`."
    return "How the key stands is not known."
