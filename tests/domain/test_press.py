"""Which press belongs to a message of ours, and which one is still meant."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.press import LOOKING, TOO_OLD, Press, known, timely
from chalice_app.domain.remedy import Remedy
from tests.shapes import PLACE, START, case, press, unreadable_case

POSTED = case(place=PLACE, version=3)
SAVING = press(act=Remedy.CANCEL_DELETION.value)


def test_a_press_names_its_remedy() -> None:
    assert SAVING.remedy is Remedy.CANCEL_DELETION
    assert press(act=LOOKING).remedy is None


@pytest.mark.parametrize("act", [LOOKING, *Remedy])
@pytest.mark.parametrize("version", [1, 3])
@pytest.mark.parametrize("channel", [PLACE.channel, None])
def test_a_press_on_any_version_that_was_drawn_is_known(
    act: str, version: int, channel: str | None
) -> None:
    given = press(act=act, version=version, channel=channel)
    assert known(given, POSTED)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (SAVING, None),
        (press(version=4), POSTED),
        (press(channel="C0ELSEWHERE"), POSTED),
        (SAVING, replace(POSTED, place=None)),
        (press(channel=None), replace(POSTED, place=None)),
        (SAVING, replace(POSTED, ours=False)),
        (SAVING, case("DisconnectCustomKeyStore", place=PLACE)),
        (SAVING, replace(unreadable_case(), place=PLACE)),
    ],
    ids=[
        "no such case",
        "a version never drawn",
        "another channel",
        "never posted",
        "a modal of a message never posted",
        "another account's key",
        "a key store",
        "nothing readable",
    ],
)
def test_a_press_on_nothing_of_ours_is_not_known(
    given: Press, found: Case | None
) -> None:
    assert not known(given, found)


def test_looking_needs_no_key() -> None:
    assert known(press(), replace(unreadable_case(), place=PLACE))


@pytest.mark.parametrize(
    ("late", "meant"),
    [
        (timedelta(seconds=-2), True),
        (timedelta(0), True),
        (TOO_OLD, True),
        (TOO_OLD + timedelta(seconds=1), False),
    ],
)
def test_a_press_is_meant_for_ten_minutes(late: timedelta, *, meant: bool) -> None:
    assert timely(press(received_at=START + late)) is meant
    assert timedelta(minutes=10) == TOO_OLD
