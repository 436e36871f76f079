"""A case is closed by a reading that is old enough, and once Slack shows it."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case, looked_at, saved
from chalice_app.domain.closing import is_done
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import opened
from tests.shapes import SETTLED, case, moment, reading, refused, unreadable_case
from tests.views.drawings import ACT

ENABLED, DISABLED = KeyState.ENABLED, KeyState.DISABLED
GONE, DYING = KeyState.GONE, KeyState.PENDING_DELETION


def shown(found: Case) -> Case:
    return replace(found, shown_version=found.version)


ATTEMPT = opened(refused(), ours=True)
DONE = {
    "enabled for five minutes": case(reading=reading(ENABLED, SETTLED)),
    "deleted": case(reading=reading(GONE, SETTLED)),
    "relieved, and settled": case(
        reading=reading(ENABLED, 9 + SETTLED), relieved_at=moment(9)
    ),
    "an attempt, and the key is well": looked_at(ATTEMPT, reading(ENABLED, 1)),
    "an attempt on a key that nobody may read": ATTEMPT,
    "of another account": case(ours=False),
    "a key store": case("DeleteCustomKeyStore"),
    "unreadable": unreadable_case(),
}
OPEN = {
    "never read": case(),
    "a reading of the time before": case(reading=reading(ENABLED, SETTLED - 1)),
    "dying": case(reading=reading(DYING, SETTLED)),
    "disabled": case("DisableKey", reading=reading(DISABLED, SETTLED)),
    "hidden": case(reading=reading(None, SETTLED, refusal="AccessDeniedException")),
    "just relieved": case(
        reading=reading(ENABLED, 9 + SETTLED - 1), relieved_at=moment(9)
    ),
    "saved, and still disabled": saved(case(), ACT, reading(DISABLED, SETTLED)),
}


@pytest.mark.parametrize("name", DONE)
def test_what_is_done_is_closed_once_it_is_shown(name: str) -> None:
    assert is_done(shown(DONE[name]))
    assert not is_done(replace(DONE[name], shown_version=DONE[name].version - 1))


@pytest.mark.parametrize("name", OPEN)
def test_what_is_open_stays_open(name: str) -> None:
    assert not is_done(shown(OPEN[name]))
