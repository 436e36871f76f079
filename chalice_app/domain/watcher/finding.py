"""What a check finds: a verdict, and what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"
    UNCHECKED = "not checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`name` is that of its sentences; `stops` what builds on the same link."""

    verdict: Verdict
    name: str
    values: Mapping[str, object]
    stops: bool = False


def ok(name: str, /, **values: object) -> Finding:
    return Finding(verdict=Verdict.OK, name=name, values=values)


def warning(name: str, /, **values: object) -> Finding:
    return Finding(verdict=Verdict.WARNING, name=name, values=values)


def wrong(name: str, /, **values: object) -> Finding:
    return Finding(verdict=Verdict.WRONG, name=name, values=values)


def fatal(name: str, /, **values: object) -> Finding:
    """Say what is wrong so that the checks behind it would see nothing."""
    return Finding(verdict=Verdict.WRONG, name=name, values=values, stops=True)


def unchecked(name: str, /, **values: object) -> Finding:
    return Finding(verdict=Verdict.UNCHECKED, name=name, values=values, stops=True)
