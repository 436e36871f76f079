"""Which case is over, and which later event joins a case or opens the next one."""

import pytest

from chalice_app.domain.case import Case, joined
from chalice_app.domain.key import KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import FOLDS_FOR, Phase, is_over, phase_of, takes
from chalice_app.domain.watched import WATCHED
from tests.shapes import SETTLED, case, event, moment, reading, refused, unreadable_case

HOUR = int(FOLDS_FOR.total_seconds())
LATE = 10 * HOUR
RESOLVED = case(reading=reading(KeyState.ENABLED, SETTLED))


@pytest.mark.parametrize("name", WATCHED)
@pytest.mark.parametrize(
    "found",
    [
        case(),
        case("DisableKey", reading=reading(KeyState.DISABLED, 1)),
        case("DeleteKey", reading=reading(KeyState.GONE, 1)),
        case("DeleteKey"),
    ],
    ids=["scheduled", "disabled", "dead", "said to be dead"],
)
def test_an_open_case_and_a_dead_key_take_everything(found: Case, name: str) -> None:
    assert takes(found, event(name, LATE))
    assert takes(found, refused(name, LATE))


@pytest.mark.parametrize("name", ["EnableKey", "CancelKeyDeletion", "DisableKey"])
def test_a_resolved_case_takes_what_happened_before_its_proof(name: str) -> None:
    assert phase_of(RESOLVED) is Phase.RESOLVED
    assert takes(RESOLVED, event(name, SETTLED - 1))
    assert takes(RESOLVED, event(name, SETTLED))  # our own call, in the same second


@pytest.mark.parametrize(
    "younger", [event("DisableKey", SETTLED + 1), event(seconds=LATE)]
)
def test_a_younger_trouble_opens_a_new_case(younger: KeyEvent) -> None:
    assert not takes(RESOLVED, younger)


@pytest.mark.parametrize(
    ("seconds", "folds"), [(1, True), (HOUR, True), (HOUR + 1, False)]
)
def test_refused_attempts_fold_within_an_hour(seconds: int, *, folds: bool) -> None:
    tried = opened(refused(), ours=True)
    assert takes(tried, refused("DisableKey", seconds)) is folds


@pytest.mark.parametrize("error", ["DependencyTimeoutException", "KMSInternal"])
def test_an_attempt_that_may_have_worked_folds_only_with_such(error: str) -> None:
    unclear = event("DisableKey", 1, error=error)
    assert not takes(opened(refused(), ours=True), unclear)
    assert not takes(opened(unclear, ours=True), refused(seconds=2))
    assert takes(opened(unclear, ours=True), event(seconds=2, error=error))


def test_the_hour_counts_from_the_latest_attempt() -> None:
    tried = joined(opened(refused(), ours=True), refused(seconds=HOUR))
    assert tried.latest_try == moment(HOUR)
    assert takes(tried, refused(seconds=2 * HOUR))


@pytest.mark.parametrize("name", WATCHED)
def test_what_succeeds_never_joins_refused_attempts(name: str) -> None:
    assert not takes(opened(refused(), ours=True), event(name, 1))


def test_nothing_joins_what_could_not_be_read() -> None:
    assert not takes(unreadable_case(), event())


@pytest.mark.parametrize(
    ("found", "over"),
    [
        (case("DisableKey", reading=reading(KeyState.ENABLED, SETTLED)), True),
        (case("DisableKey", reading=reading(KeyState.ENABLED, 1)), False),
        (case("DisableKey", reading=reading(KeyState.DISABLED, 1)), False),
        (case(reading=reading(KeyState.DISABLED, SETTLED)), False),
        (case("DeleteKey", reading=reading(KeyState.GONE, 1)), False),
        (case("DisableKey"), False),
        (opened(refused(), ours=True), True),
        (unreadable_case(), True),
    ],
)
def test_which_case_is_over(found: Case, *, over: bool) -> None:
    assert is_over(found) is over
