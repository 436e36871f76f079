"""What a KMS operation does in each key state, as AWS's table "Key states" says."""

from enum import Enum

from infra.sandbox.aws.shapes import Refusal


class Effect(Enum):
    DONE = "done"
    UNCHANGED = "answered as if done, but the key stays as it is"


Cell = Effect | Refusal

_STATE = "KMSInvalidStateException"

# The numbers are the footnotes of AWS's table.
OK = Effect.DONE
N1 = Refusal(code="DisabledException", text="{arn} is disabled.")
# AWS allows 2 (DisabledException) or 3 here; its own CloudTrail example shows 3.
N3 = Refusal(code=_STATE, text="{arn} is {pending}.")
N4 = Refusal(code=_STATE, text="{arn} is not pending deletion.")
N5 = Refusal(code=_STATE, text="{arn} is pending import.")
# 6 and 7 (rotation), 8 and 9 (imported material) all say that the origin does not fit.
N9 = Refusal(
    code="UnsupportedOperationException",
    text="{arn} origin is {origin} which is not valid for this operation.",
)
N11 = Refusal(code=_STATE, text="{arn} is unavailable.")
N12 = Effect.UNCHANGED
N14 = Refusal(code=_STATE, text="{arn} is creating.")
N15 = Refusal(code=_STATE, text="{arn} is updating.")

STATES = (
    "Enabled",
    "Disabled",
    "PendingDeletion",
    "PendingReplicaDeletion",
    "PendingImport",
    "Unavailable",
    "Creating",
    "Updating",
)

_ALWAYS: tuple[Cell, ...] = (OK, OK, OK, OK, OK, OK, OK, OK)
_SWITCH: tuple[Cell, ...] = (OK, OK, N3, N3, N5, N12, N14, N15)
_USE: tuple[Cell, ...] = (OK, N1, N3, N3, N5, N11, N14, OK)
_LABEL: tuple[Cell, ...] = (OK, OK, N3, N3, OK, OK, OK, OK)
_ROTATION: tuple[Cell, ...] = (OK, N1, N3, N3, N9, N9, N14, N15)
_IMPORT: tuple[Cell, ...] = (OK, OK, N3, N3, OK, N9, N14, N15)

TABLE: dict[str, tuple[Cell, ...]] = {
    "DescribeKey": _ALWAYS,
    "GetKeyPolicy": _ALWAYS,
    "PutKeyPolicy": _ALWAYS,
    "ListKeyPolicies": _ALWAYS,
    "ListGrants": _ALWAYS,
    "RevokeGrant": _ALWAYS,
    "RetireGrant": _ALWAYS,
    "ListAliases": _ALWAYS,
    "DeleteAlias": _ALWAYS,
    "ListResourceTags": _ALWAYS,
    "EnableKey": _SWITCH,
    "DisableKey": _SWITCH,
    "ScheduleKeyDeletion": (OK, OK, N3, N3, OK, OK, OK, N15),
    # 13: in a custom key store, too, a dying key stays PendingDeletion.
    "CancelKeyDeletion": (N4, N4, OK, OK, N4, N4, N4, N4),
    "CreateGrant": (OK, N1, N3, N3, N5, OK, N14, OK),
    "Encrypt": _USE,
    "Decrypt": _USE,
    "ReEncrypt": _USE,
    "GenerateDataKey": _USE,
    "GenerateDataKeyWithoutPlaintext": _USE,
    "GenerateDataKeyPair": _USE,
    "GenerateDataKeyPairWithoutPlaintext": _USE,
    "Sign": _USE,
    "Verify": _USE,
    "GenerateMac": _USE,
    "VerifyMac": _USE,
    "GetPublicKey": _USE,
    # Without material there is none to delete. Only a key of a custom key store is
    # Unavailable, and that has neither imported material nor replicas.
    "DeleteImportedKeyMaterial": (OK, OK, OK, OK, N12, N9, N14, N15),
    "ImportKeyMaterial": _IMPORT,
    "GetParametersForImport": _IMPORT,
    "ReplicateKey": (OK, N1, N3, N3, N5, N9, N14, N15),
    "EnableKeyRotation": _ROTATION,
    "DisableKeyRotation": _ROTATION,
    "TagResource": _LABEL,
    "UntagResource": _LABEL,
    "UpdateKeyDescription": _LABEL,
    "CreateAlias": _LABEL,
    # 10: only the new target counts; an alias can be moved off a dying key.
    "UpdateAlias": _LABEL,
}

_ONLY_IMPORTED = frozenset(
    {"DeleteImportedKeyMaterial", "ImportKeyMaterial", "GetParametersForImport"}
)
_NEVER_IMPORTED = frozenset({"EnableKeyRotation", "DisableKeyRotation"})
_PENDING = {
    "PendingDeletion": "pending deletion",
    "PendingReplicaDeletion": "pending replica deletion",
}


def decide(operation: str, *, state: str, arn: str, origin: str) -> Cell:
    cell = _cell(operation, state, origin)
    if isinstance(cell, Effect):
        return cell
    text = cell.text.format(arn=arn, origin=origin, pending=_PENDING.get(state, ""))
    return Refusal(code=cell.code, text=text)


def _cell(operation: str, state: str, origin: str) -> Cell:
    if operation in (_NEVER_IMPORTED if origin == "EXTERNAL" else _ONLY_IMPORTED):
        return N9
    return TABLE.get(operation, _ALWAYS)[STATES.index(state)]
