"""The emulator's KMS keys, as this layer reads and changes them."""

from collections.abc import Iterator

from ministack.core import iam_actions
from ministack.core.responses import get_account_id, get_region
from ministack.services import kms

from infra.sandbox.aws.shapes import Json, Place

_MATERIAL = (
    "_symmetric_key",
    "_hmac_key",
    "_private_key",
    "_public_key_der",
    "ValidTo",
)


def place() -> Place:
    """The account and Region that the request in hand was signed for."""
    return Place(account=get_account_id(), region=get_region())


def find(typed: str) -> Json | None:
    record: Json | None = kms._resolve_key(typed)
    return record


def typed_key(operation: str, request: Json) -> str:
    """What the caller typed for the key whose state decides."""
    if operation == "ReEncrypt":
        return str(request.get("DestinationKeyId", ""))
    if operation in ("CreateAlias", "UpdateAlias"):
        return str(request.get("TargetKeyId", ""))
    return str(request.get("KeyId") or "") or _key_of_ciphertext(request)


def _key_of_ciphertext(request: Json) -> str:
    return str(
        iam_actions._kms_key_id_from_ciphertext(request.get("CiphertextBlob", "")) or ""
    )


def alias_arn(name: str) -> str:
    return str(kms._alias_arn(name))


def alias_target(name: str) -> str:
    """The ARN of the key that an alias points at, or nothing."""
    record = find(name)
    return str(record["Arn"]) if record else ""


def every() -> Iterator[tuple[Place, Json]]:
    for (account, region, _key_id), record in list(kms._keys._data.items()):
        yield Place(account=account, region=region), record


def relatives(record: Json) -> list[Json]:
    """The other members of a multi-Region key."""
    if not record.get("MultiRegion"):
        return []
    return [
        other
        for _region, other in kms._mrk_members(record)
        if other["Arn"] != record["Arn"]
    ]


def forget_material(record: Json) -> None:
    for name in _MATERIAL:
        record.pop(name, None)


def set_state(record: Json, state: str) -> None:
    record["KeyState"] = state
    record["Enabled"] = state == "Enabled"


def remove(record: Json) -> None:
    """The key is gone, and its aliases and grants with it."""
    for other in relatives(record):
        other["_mrk_regions"] = [
            r for r in other["_mrk_regions"] if f":{r}:" not in record["Arn"]
        ]
    for alias in [
        arn for arn, key_id in kms._aliases.items() if key_id == record["KeyId"]
    ]:
        del kms._aliases[alias]
        kms._alias_dates.pop(alias, None)
    for grant in [
        name for name, held in kms._grants.items() if held["KeyId"] == record["Arn"]
    ]:
        del kms._grants[grant]
    del kms._keys[record["KeyId"]]


def at(found: Place, key_id: str) -> Json:
    """The key in another account or Region than the request's; KeyError if there is none."""
    record: Json | None = kms._keys.get_scoped(
        found.account, found.region, key_id.rsplit("/", 1)[-1]
    )
    if record is None:
        raise KeyError(key_id)
    return record
