"""What KMS does by itself as days pass: keys that are due, material that expires."""

from ministack.core.responses import request_scope

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.events import Events, native_event
from infra.sandbox.aws.kms_calls import lose_material, start_waiting
from infra.sandbox.aws.shapes import Json, Place
from infra.sandbox.aws.trail import service_record

_NATIVE = {
    "DeleteKey": "KMS CMK Deletion",
    "DeleteExpiredKeyMaterial": "KMS Imported Key Material Expiration",
}


def advance(clock: Clock, events: Events, days: float) -> None:
    clock.advance(days)
    for place, record in kms_store.every():
        with request_scope(place.account, place.region):
            for event, material in _happened(clock, record):
                made = service_record(
                    event,
                    key_arn=record["Arn"],
                    place=place,
                    at=clock.now(),
                    material=material,
                )
                _tell(events, place, record, made)


def _happened(clock: Clock, record: Json) -> list[tuple[str, str]]:
    happened = []
    if _past(clock, record.get("ValidTo")):
        happened.append(("DeleteExpiredKeyMaterial", lose_material(record)))
    if _past(clock, record.get("DeletionDate")):
        _delete(clock, record)
        happened.append(("DeleteKey", ""))
    return happened


def _past(clock: Clock, date: float | None) -> bool:
    return date is not None and date <= clock.epoch()


def _delete(clock: Clock, record: Json) -> None:
    family = kms_store.relatives(record)
    kms_store.remove(record)
    # A primary that waited for this replica starts its own window now, and AWS sends
    # no event for that.
    for other in family:
        if other["KeyState"] == "PendingReplicaDeletion":
            start_waiting(clock, other, other["_pending_window_days"])


def _tell(events: Events, place: Place, key: Json, record: Json) -> None:
    events.recorded(record)
    native = native_event(
        _NATIVE[record["eventName"]],
        key_arn=key["Arn"],
        place=place,
        time=record["eventTime"],
    )
    events.emit(native)
