"""What KMS does by itself as days pass: it deletes keys that are due, and imported material that expires."""

from ministack.core.responses import request_scope

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock, iso
from infra.sandbox.aws.events import Events, native_event
from infra.sandbox.aws.kms_calls import start_waiting
from infra.sandbox.aws.shapes import Json, Place
from infra.sandbox.aws.trail import service_record


def advance(clock: Clock, events: Events, days: float) -> None:
    clock.advance(days)
    for place, record in kms_store.every():
        with request_scope(place.account, place.region):
            _look_at(clock, events, place, record)


def _look_at(clock: Clock, events: Events, place: Place, record: Json) -> None:
    now = clock.epoch()
    if record.get("ValidTo", now) < now:
        _expire(record)
        _tell(clock, events, place, record, "DeleteExpiredKeyMaterial")
    if record.get("DeletionDate", now) < now:
        _delete(clock, record)
        _tell(clock, events, place, record, "DeleteKey")


def _expire(record: Json) -> None:
    kms_store.forget_material(record)
    if not record["KeyState"].startswith("Pending"):
        kms_store.set_state(record, "PendingImport")


def _delete(clock: Clock, record: Json) -> None:
    """A primary that waited for this replica starts its own window now, and AWS sends no event for that."""
    family = kms_store.relatives(record)
    kms_store.remove(record)
    for other in family:
        if other["KeyState"] == "PendingReplicaDeletion":
            start_waiting(clock, other, other["_pending_window_days"])


_NATIVE = {
    "DeleteKey": "KMS CMK Deletion",
    "DeleteExpiredKeyMaterial": "KMS Imported Key Material Expiration",
}


def _tell(clock: Clock, events: Events, place: Place, record: Json, event: str) -> None:
    arn, now = record["Arn"], clock.now()
    events.recorded(service_record(event, key_arn=arn, place=place, at=now))
    events.emit(native_event(_NATIVE[event], key_arn=arn, place=place, time=iso(now)))
