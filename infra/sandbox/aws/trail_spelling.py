"""How CloudTrail spells a KMS request or answer."""

from datetime import UTC, datetime

from infra.sandbox.aws.clock import as_cloudtrail_prints
from infra.sandbox.aws.shapes import Json

_SECRET = frozenset(
    {"GrantToken", "GrantTokens", "ImportToken", "EncryptedKeyMaterial"}
)
_DATES = frozenset({"deletionDate", "creationDate", "validTo"})


def spelled(document: Json) -> Json:
    shown = {small_first(k): v for k, v in document.items() if k not in _SECRET}
    return {name: _value(name, value) for name, value in shown.items()}


def small_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def _value(name: str, value: object) -> object:
    if isinstance(value, dict):
        return spelled(value)
    if isinstance(value, list):
        return [_value(name, item) for item in value]
    if name in _DATES and isinstance(value, int | float):
        return as_cloudtrail_prints(datetime.fromtimestamp(value, UTC))
    return value
