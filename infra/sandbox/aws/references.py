"""How KMS reads what a caller typed for a key: an id, an ARN, an alias, or neither."""

import re

from infra.sandbox.aws.shapes import Place, Refusal

TAKES_ALIASES = frozenset(
    {
        "Decrypt",
        "DescribeKey",
        "Encrypt",
        "GenerateDataKey",
        "GenerateDataKeyPair",
        "GenerateDataKeyPairWithoutPlaintext",
        "GenerateDataKeyWithoutPlaintext",
        "GenerateMac",
        "GetPublicKey",
        "ReEncrypt",
        "Sign",
        "Verify",
        "VerifyMac",
    }
)
_ARN = re.compile(
    r"arn:aws[a-z-]*:kms:(?P<region>[a-z0-9-]+):\d{12}:(?P<kind>key|alias)/.+"
)


def refused_reference(operation: str, typed: str, place: Place) -> Refusal | None:
    if typed.startswith("arn:"):
        return _refused_arn(operation, typed, place)
    if typed.startswith("alias/") and operation not in TAKES_ALIASES:
        return Refusal(code="NotFoundException", text=f"Invalid keyId '{typed}'")
    return None


def _refused_arn(operation: str, typed: str, place: Place) -> Refusal | None:
    found = _ARN.fullmatch(typed)
    aliases = operation in TAKES_ALIASES
    if found is None or (found["kind"] == "alias" and not aliases):
        return Refusal(code="InvalidArnException", text=f"Invalid arn {typed}")
    if found["region"] != place.region:
        return Refusal(code="NotFoundException", text=f"Invalid arn {found['region']}")
    return None


def not_found(typed: str, place: Place) -> Refusal:
    here = f"arn:aws:kms:{place.region}:{place.account}"
    if typed.startswith("alias/"):
        text = f"Alias {here}:{typed} is not found."
    else:
        arn = typed if typed.startswith("arn:") else f"{here}:key/{typed}"
        text = f"Key '{arn}' does not exist"
    return Refusal(code="NotFoundException", text=text)
