"""The resources that CloudTrail names for a KMS call, in its order."""

from collections.abc import Callable

from infra.sandbox.aws import kms_store
from infra.sandbox.aws.shapes import Json


def resources(operation: str, request: Json) -> tuple[str, ...]:
    find = _FOUND_BY.get(operation, _key)
    return tuple(arn for arn in find(request) if arn)


def _key(request: Json) -> tuple[str, ...]:
    return (kms_store.arn_of(request.get("KeyId", "")),)


def _key_and_alias(request: Json) -> tuple[str, ...]:
    target = kms_store.arn_of(request.get("TargetKeyId", ""))
    return target, kms_store.alias_arn(request.get("AliasName", ""))


def _alias_and_key(request: Json) -> tuple[str, ...]:
    alias = request.get("AliasName", "")
    target = kms_store.arn_of(request.get("TargetKeyId") or alias)
    return kms_store.alias_arn(alias), target


# The key comes first for a new alias, the alias first for an old one.
_FOUND_BY: dict[str, Callable[[Json], tuple[str, ...]]] = {
    "CreateAlias": _key_and_alias,
    "UpdateAlias": _alias_and_key,
    "DeleteAlias": _alias_and_key,
}
