"""What KMS has answered to a press, and what the press is credited with."""

import pytest

from chalice_app.domain.asked import (
    after_refusal,
    answered,
    credited,
    refused,
    taken,
    worked,
)
from chalice_app.domain.remedy import Call, Remedy

CANCEL, ENABLE = Call.CANCEL, Call.ENABLE
NONE: frozenset[Call] = frozenset()
LOST = frozenset({str(CANCEL)})
OURS = LOST | {taken(CANCEL)}
OTHERS = LOST | {refused(CANCEL)}
EARLY = OURS | {str(ENABLE), refused(ENABLE)}


@pytest.mark.parametrize(
    ("marks", "known", "calls"),
    [
        (frozenset(), False, NONE),
        (LOST, False, frozenset({CANCEL})),
        (OURS, True, frozenset({CANCEL})),
        (OTHERS, True, NONE),
        (EARLY, True, frozenset({CANCEL})),
        (EARLY | {taken(ENABLE)}, True, frozenset({CANCEL, ENABLE})),
        (OTHERS | {str(ENABLE), taken(ENABLE)}, True, frozenset({ENABLE})),
    ],
)
def test_what_the_marks_tell(
    marks: frozenset[str], *, known: bool, calls: frozenset[Call]
) -> None:
    assert answered(marks) is known
    assert worked(marks) == calls


@pytest.mark.parametrize(
    ("before", "mark"),
    [
        (frozenset(), refused(CANCEL)),
        (LOST, taken(CANCEL)),
        (OURS, taken(CANCEL)),
        (OTHERS, refused(CANCEL)),
    ],
)
def test_not_pending_deletion_is_our_doing_if_an_answer_was_lost(
    before: frozenset[str], mark: str
) -> None:
    assert after_refusal(CANCEL, before) == mark


@pytest.mark.parametrize(
    ("calls", "remedy"),
    [
        (frozenset({CANCEL}), Remedy.CANCEL_DELETION),
        (frozenset({ENABLE}), Remedy.ENABLE_KEY),
        (frozenset({CANCEL, ENABLE}), Remedy.CANCEL_AND_ENABLE),
    ],
)
def test_of_two_calls_those_that_worked_are_credited(
    calls: frozenset[Call], remedy: Remedy
) -> None:
    assert credited(Remedy.CANCEL_AND_ENABLE, calls) is remedy
