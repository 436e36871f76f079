"""What went wrong with a dead letter, as its sender says."""

from collections.abc import Mapping
from typing import Any

from infra.dead_letters.kind import Kind

Json = Mapping[str, Any]
LOG = "not said here; the log of the function `actions` has it"
_LOG_OF_PAGES = "not said here; the log of the function `inventory` has it"
# The names that EventBridge and SNS give to the attributes of what they leave.
_ATTRIBUTES = {
    Kind.RULE: ("ERROR_CODE", "ERROR_MESSAGE"),
    Kind.TOPIC: ("ErrorCode", "ErrorMessage"),
}


def fault(kind: Kind, document: Json, attributes: Mapping[str, str]) -> str:
    if kind is Kind.PAGE:
        return _LOG_OF_PAGES
    if kind in _ATTRIBUTES:
        said = [attributes.get(name) for name in _ATTRIBUTES[kind]]
    else:
        told = part(document, "responsePayload")
        condition = part(document, "requestContext").get("condition")
        said = [condition, told.get("errorType"), told.get("errorMessage")]
    return ": ".join(str(it) for it in said if it) or "not said"


def part(document: Json, name: str) -> Json:
    found = document.get(name)
    return found if isinstance(found, dict) else {}
