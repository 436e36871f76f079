"""A record of our own call is the receipt of a press; anybody else's is not."""

from typing import Any

import pytest

from chalice_app.domain.actor import Actor
from chalice_app.domain.case import Saved
from chalice_app.domain.receipt import presser_of
from chalice_app.domain.remedy import Remedy
from tests.shapes import event, moment

ROLE = "reprieve-dev-actions"
STS = "arn:aws:sts::111122223333:assumed-role"


def by(arn: str | None) -> Actor:
    return Actor(kind="AssumedRole", name="x", arn=arn)


def act(remedy: Remedy, user: str) -> Saved:
    return Saved(press_id=user, remedy=remedy, user=user, at=moment(5))


SAVED = (
    act(Remedy.CANCEL_DELETION, "U1"),
    act(Remedy.CANCEL_AND_ENABLE, "U2"),
    act(Remedy.ENABLE_KEY, "U3"),
)


@pytest.mark.parametrize(
    ("name", "changes", "user"),
    [
        ("CancelKeyDeletion", {}, "U2"),
        ("EnableKey", {}, "U3"),
        ("PutKeyPolicy", {}, None),
        ("EnableKey", {"error": "AccessDenied"}, None),
        ("EnableKey", {"actor": None}, None),
        ("EnableKey", {"actor": by(None)}, None),
        ("EnableKey", {"actor": by(f"{STS}/reprieve-prod-actions/x")}, None),
        ("EnableKey", {"actor": by(f"{STS}/x/{ROLE}")}, None),
        ("EnableKey", {"actor": by(f"arn:aws:iam::111122223333:user/{ROLE}")}, None),
    ],
)
def test_whose_press_it_was(
    name: str, changes: dict[str, Any], user: str | None
) -> None:
    given = {"actor": by(f"{STS}/{ROLE}/{ROLE}"), **changes}
    assert presser_of(event(name, **given), SAVED, ROLE) == user


def test_a_call_that_nobody_has_pressed_for_is_no_receipt() -> None:
    ours = event("EnableKey", actor=by(f"{STS}/{ROLE}/{ROLE}"))
    assert presser_of(ours, SAVED[:1], ROLE) is None
