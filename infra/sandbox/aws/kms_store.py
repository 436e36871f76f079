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
    # The account and Region of the request in hand.
    return Place(account=get_account_id(), region=get_region())


def find(typed: str) -> Json | None:
    record: Json | None = kms._resolve_key(typed)
    return record


def find_at(where: Place, key_id: str) -> Json | None:
    name = key_id.rsplit("/", 1)[-1]
    record: Json | None = kms._keys.get_scoped(where.account, where.region, name)
    return record


def typed_key(operation: str, request: Json) -> str:
    """Give what the caller typed for the key whose state decides."""
    if operation == "ReEncrypt":
        return str(request.get("DestinationKeyId", ""))
    if operation in {"CreateAlias", "UpdateAlias"}:
        return str(request.get("TargetKeyId", ""))
    return str(request.get("KeyId") or _key_of_ciphertext(request))


def _key_of_ciphertext(request: Json) -> str:
    ciphertext = request.get("CiphertextBlob", "")
    return str(iam_actions._kms_key_id_from_ciphertext(ciphertext))


def alias_arn(name: str) -> str:
    return str(kms._alias_arn(name))


def arn_of(typed: str) -> str:
    record = find(typed)
    return str(record["Arn"]) if record else ""


def every() -> Iterator[tuple[Place, Json]]:
    for (account, region, _key_id), record in list(kms._keys._data.items()):
        yield Place(account=account, region=region), record


def listed(where: Place) -> list[Json]:
    """Give what a console shows of each customer managed key, the oldest first."""
    held = [it for at, it in every() if at == where]
    return [_row(it) for it in held if it.get("_manager") != "AWS"]


def _row(record: Json) -> Json:
    key = record["KeyId"]
    aliases = [arn for arn, held in kms._aliases.items() if held == key]
    return {
        "id": key,
        "aliases": sorted(arn.rpartition(":")[2] for arn in aliases),
        "description": record["Description"],
        "state": record["KeyState"],
        "deletion_date": record.get("DeletionDate"),
    }


def relatives(record: Json) -> list[Json]:
    """Give the other members of a multi-Region key."""
    if not record.get("MultiRegion"):
        return []
    members = [member for _region, member in kms._mrk_members(record)]
    return [member for member in members if member["Arn"] != record["Arn"]]


def forget_material(record: Json) -> str:
    """Take the imported material away, and give the id that it had."""
    known = "_symmetric_key" in record
    material = str(kms._key_material_id(record)) if known else ""
    for name in _MATERIAL:
        record.pop(name, None)
    return material


def set_state(record: Json, state: str) -> None:
    record["KeyState"] = state
    record["Enabled"] = state == "Enabled"


def remove(record: Json) -> None:
    """Take the key away, and its aliases and grants with it."""
    region = record["Arn"].split(":")[3]
    for other in relatives(record):
        other["_mrk_regions"] = [r for r in other["_mrk_regions"] if r != region]
    aliases = [a for a, key in kms._aliases.items() if key == record["KeyId"]]
    for alias in aliases:
        del kms._aliases[alias]
        kms._alias_dates.pop(alias, None)
    grants = [g for g, held in kms._grants.items() if held["KeyId"] == record["Arn"]]
    for grant in grants:
        del kms._grants[grant]
    del kms._keys[record["KeyId"]]
