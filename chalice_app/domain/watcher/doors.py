"""Whether a resource's own policy lets an AWS service in, as far as can be told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any

Json = Mapping[str, Any]
Context = Mapping[str, str]
# SNS writes it into the policy of a new topic; no service fills it.
_NEVER_FILLED = "aws:sourceowner"
_NEGATED = frozenset({"NotAction", "NotPrincipal", "NotResource"})


class Door(StrEnum):
    OPEN = "open"
    CONDITIONAL = "conditional"  # open, because of a condition that holds
    UNKNOWN = "unknown"  # it hangs on a condition that is not judged here
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """A service that wants to do something for one of its resources."""

    service: str
    action: str
    resource: str
    source: str

    @property
    def context(self) -> Context:
        """Give what AWS fills into the keys of conditions; services speak TLS."""
        account = self.source.split(":")[4]
        return {
            "aws:sourcearn": self.source,
            "aws:sourceaccount": account,
            "aws:securetransport": "true",
        }


def door(policy: str | Json | None, caller: Caller) -> Door:
    document = json.loads(policy) if isinstance(policy, str) else policy or {}
    meant = [it for it in _list(document.get("Statement")) if _is_meant(it, caller)]
    denied = {_holds(it, caller) for it in meant if it["Effect"] == "Deny"}
    allowed = [it for it in meant if it["Effect"] == "Allow"]
    if True in denied:
        return Door.CLOSED
    ways = {_way(it, caller) for it in allowed}
    if None in denied and ways - {Door.CLOSED}:
        return Door.UNKNOWN
    return next((it for it in Door if it in ways), Door.CLOSED)


def _way(statement: Json, caller: Caller) -> Door:
    holds = _holds(statement, caller)
    if holds is None:
        return Door.UNKNOWN
    if not holds:
        return Door.CLOSED
    return Door.CONDITIONAL if statement.get("Condition") else Door.OPEN


def _is_meant(statement: Json, caller: Caller) -> bool:
    if _NEGATED & statement.keys():
        return True
    principal = statement.get("Principal")
    named = principal.get("Service") if isinstance(principal, Mapping) else principal
    anybody = principal in ("*", {"AWS": "*"})
    return (
        (anybody or caller.service in _list(named))
        and _matches(caller.action.lower(), statement.get("Action"), lower=True)
        and _matches(caller.resource, statement.get("Resource"))
    )


def _matches(value: str, patterns: object, *, lower: bool = False) -> bool:
    found = [str(it) for it in _list(patterns)]
    return any(fnmatchcase(value, it.lower() if lower else it) for it in found)


def _holds(statement: Json, caller: Caller) -> bool | None:
    """Judge all conditions; None where one of them is not known here."""
    if _NEGATED & statement.keys():
        return None
    told = {
        _condition(operator, key.lower(), wanted, caller.context)
        for operator, block in statement.get("Condition", {}).items()
        for key, wanted in block.items()
    }
    if False in told:
        return False
    return None if None in told else True


def _condition(
    operator: str, key: str, wanted: object, context: Context
) -> bool | None:
    if key == _NEVER_FILLED:
        return False
    if operator not in _OPERATORS or key not in context:
        return None
    return _OPERATORS[operator](context[key], [str(it) for it in _list(wanted)])


def _equals(value: str, wanted: list[str]) -> bool:
    return value.lower() in [it.lower() for it in wanted]


def _like(value: str, wanted: list[str]) -> bool:
    return any(fnmatchcase(value, it) for it in wanted)


# IAM documents that ArnEquals and ArnLike behave identically.
_OPERATORS = {
    "ArnEquals": _like,
    "ArnLike": _like,
    "Bool": _equals,
    "StringEquals": lambda value, wanted: value in wanted,
    "StringEqualsIgnoreCase": _equals,
    "StringLike": _like,
}


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
