"""Small events, readings and cases for tests; times are seconds after one moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chalice_app.domain.actor import Actor
from chalice_app.domain.case import Case, Place, Unreadable
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.opening import opened, opened_unreadable
from chalice_app.domain.press import LOOKING, Press
from chalice_app.domain.subject import Subject, SubjectKind, key_from_arn

START = datetime(2026, 3, 2, 10, tzinfo=UTC)
KEY = key_from_arn("arn:aws:kms:eu-west-1:111122223333:key/3f6c1f0a-9a51-4c77-8f1d")
STORE = Subject(
    kind=SubjectKind.KEY_STORE,
    id="cks-1234567890abcdef0",
    account=KEY.account,
    region=KEY.region,
    partition=KEY.partition,
)
SETTLED = 300
PLACE = Place(channel="C0KMSALERT", ts="1700000000.000001")
_STORE_EVENTS = {"DisconnectCustomKeyStore", "DeleteCustomKeyStore"}


def moment(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def event(
    name: str = "ScheduleKeyDeletion", seconds: float = 0, **changes: Any
) -> KeyEvent:
    subject = STORE if name in _STORE_EVENTS else KEY
    plain = KeyEvent(
        name=name,
        error=None,
        error_message=None,
        subject=subject,
        account=subject.account,
        region=subject.region,
        partition=subject.partition,
        actor=Actor(kind="AssumedRole", name="alice (role Deploy)", arn=None),
        source_ip="203.0.113.7",
        tool="aws-cli",
        occurred_at=moment(seconds),
        deletion_date=None,
        deletion_date_text=None,
        key_state=None,
        event_id=f"{name}-{seconds}",
    )
    return replace(plain, **changes)


def refused(name: str = "ScheduleKeyDeletion", seconds: float = 0) -> KeyEvent:
    return event(name, seconds, error="AccessDenied")


def reading(state: KeyState | None, seconds: float = 1, **more: Any) -> KeyReading:
    if state is None:
        more = {"refusal": "AccessDeniedException", **more}
    return KeyReading(read_at=moment(seconds), state=state, **more)


def case(name: str = "ScheduleKeyDeletion", seconds: float = 0, **changes: Any) -> Case:
    return replace(opened(event(name, seconds), ours=True), **changes)


def unreadable_case(reason: str = "The text is not JSON.", excerpt: str = "x") -> Case:
    found = Unreadable(reason=reason, excerpt=excerpt, arrived_at=START)
    return opened_unreadable(found, "delivery-1")


def press(**changes: Any) -> Press:
    plain = Press(
        id="press-1",
        user="U0ADALOVE1",
        team="T0ACME0001",
        case_id="0123456789",
        version=1,
        act=LOOKING,
        channel=PLACE.channel,
        reason=None,
        response_url=None,
        pressed_at=START,
        queued_at=START,
        received_at=START,
        attempt=1,
    )
    return replace(plain, **changes)
