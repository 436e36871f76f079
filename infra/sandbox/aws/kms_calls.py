"""The KMS calls that the emulator does not carry out as AWS does."""

from collections.abc import Callable

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.shapes import Answer, Json, Refusal, answered, refused

_SHORTEST, _LONGEST = 7, 30
_DAY = 86400
_WINDOW = Refusal(
    code="ValidationException",
    text=f"PendingWindowInDays must be between {_SHORTEST} and {_LONGEST} (inclusive).",
)


def schedule_key_deletion(clock: Clock, record: Json, request: Json) -> Answer:
    days = request.get("PendingWindowInDays", _LONGEST)
    if not _SHORTEST <= days <= _LONGEST:
        return refused(_WINDOW)
    start_waiting(clock, record, days)
    date = record.get("DeletionDate")
    return answered(
        {
            "KeyId": record["Arn"],
            "KeyState": record["KeyState"],
            "PendingWindowInDays": days,
            **({"DeletionDate": date} if date else {}),
        }
    )


def start_waiting(clock: Clock, record: Json, days: int) -> None:
    # A primary waits until its last replica is deleted, and has no date before that.
    record["_pending_window_days"] = days
    if record.get("_mrk_type") == "PRIMARY" and kms_store.relatives(record):
        kms_store.set_state(record, "PendingReplicaDeletion")
        return
    kms_store.set_state(record, "PendingDeletion")
    record["DeletionDate"] = int(clock.epoch()) + days * _DAY


def cancel_key_deletion(_clock: Clock, record: Json, _request: Json) -> Answer:
    kms_store.set_state(record, "Disabled")
    record.pop("DeletionDate", None)
    record.pop("_pending_window_days", None)
    return answered({"KeyId": record["Arn"]})


def delete_imported_key_material(_clock: Clock, record: Json, _request: Json) -> Answer:
    material = lose_material(record)
    named = {"KeyMaterialId": material} if material else {}
    return answered({"KeyId": record["Arn"], **named})


def lose_material(record: Json) -> str:
    # At once, without a waiting period; a key that is pending deletion stays so.
    if not record["KeyState"].startswith("Pending"):
        kms_store.set_state(record, "PendingImport")
    return kms_store.forget_material(record)


OWN: dict[str, Callable[[Clock, Json, Json], Answer]] = {
    "ScheduleKeyDeletion": schedule_key_deletion,
    "CancelKeyDeletion": cancel_key_deletion,
    "DeleteImportedKeyMaterial": delete_imported_key_material,
}
