"""The KMS calls that the emulator does not carry out as AWS does."""

from collections.abc import Callable

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.shapes import Answer, Json, Refusal, answered, refused

_SHORTEST, _LONGEST = 7, 30
DAY = 86400


def schedule_key_deletion(clock: Clock, record: Json, request: Json) -> Answer:
    days = request.get("PendingWindowInDays", _LONGEST)
    if not _SHORTEST <= days <= _LONGEST:
        text = f"PendingWindowInDays must be between {_SHORTEST} and {_LONGEST} (inclusive)."
        return refused(Refusal(code="ValidationException", text=text))
    start_waiting(clock, record, days)
    return answered(_waiting(record, days))


def start_waiting(clock: Clock, record: Json, days: int) -> None:
    """A primary with replicas waits for the last of them to be deleted, and has no date until then."""
    record["_pending_window_days"] = days
    if record.get("_mrk_type") == "PRIMARY" and kms_store.relatives(record):
        kms_store.set_state(record, "PendingReplicaDeletion")
        return
    kms_store.set_state(record, "PendingDeletion")
    record["DeletionDate"] = int(clock.epoch()) + days * DAY


def _waiting(record: Json, days: int) -> Json:
    answer = {
        "KeyId": record["Arn"],
        "KeyState": record["KeyState"],
        "PendingWindowInDays": days,
    }
    date = record.get("DeletionDate")
    return {**answer, "DeletionDate": date} if date else answer


def cancel_key_deletion(_clock: Clock, record: Json, _request: Json) -> Answer:
    kms_store.set_state(record, "Disabled")
    record.pop("DeletionDate", None)
    record.pop("_pending_window_days", None)
    return answered({"KeyId": record["Arn"]})


def delete_imported_key_material(_clock: Clock, record: Json, _request: Json) -> Answer:
    """At once and without a waiting period; a key that is pending deletion stays so."""
    kms_store.forget_material(record)
    if not record["KeyState"].startswith("Pending"):
        kms_store.set_state(record, "PendingImport")
    return answered({"KeyId": record["Arn"]})


OWN: dict[str, Callable[[Clock, Json, Json], Answer]] = {
    "ScheduleKeyDeletion": schedule_key_deletion,
    "CancelKeyDeletion": cancel_key_deletion,
    "DeleteImportedKeyMaterial": delete_imported_key_material,
}
