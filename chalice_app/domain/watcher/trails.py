"""Whether a trail tells EventBridge of the KMS calls that Reprieve watches.

EventBridge gets an API call only where a trail logs management events in this Region.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalice_app.domain.watcher.finding import (
    Finding,
    Verdict,
    ok,
    unchecked,
    warning,
    wrong,
)

Json = Mapping[str, Any]
_KMS = "kms.amazonaws.com"
_TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "Equals": str.__eq__,
    "StartsWith": str.startswith,
    "EndsWith": str.endswith,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """What CloudTrail says of one trail; `refused` is why it does not say the rest."""

    name: str
    here: bool  # it logs this Region
    logging: bool | None = None
    selectors: Json | None = None
    refused: str = ""


def judged_trails(
    trails: Sequence[Trail], watched: Iterable[str], region: str
) -> Iterator[Finding]:
    """Be content with one trail that tells all; else say of each why it does not."""
    events = sorted(watched)
    lacks = {it.name: list(_lacks(it, events)) for it in trails if it.here}
    enough = sorted(name for name, found in lacks.items() if not found)
    if enough:
        yield ok("trail_tells", trails=", ".join(enough), region=region)
    elif not lacks:
        yield wrong("trail_missing", region=region)
    else:
        found = [it for each in lacks.values() for it in each]
        # One that may tell all makes the others no fault.
        perhaps = [it for it in found if it.verdict is Verdict.WARNING]
        yield from perhaps or found


def _lacks(trail: Trail, events: Sequence[str]) -> Iterator[Finding]:
    if trail.logging is None:
        yield unchecked("trail_refused", trail=trail.name, why=trail.refused)
    elif not trail.logging:
        yield wrong("trail_stopped", trail=trail.name)
    elif trail.selectors is None:
        yield warning("trail_unseen", trail=trail.name, why=trail.refused)
    elif "AdvancedEventSelectors" in trail.selectors:
        yield from _advanced(trail, trail.selectors["AdvancedEventSelectors"], events)
    else:
        yield from _basic(trail, trail.selectors.get("EventSelectors", []))


def _basic(trail: Trail, selectors: Sequence[Json]) -> Iterator[Finding]:
    told = [it for it in selectors if it.get("IncludeManagementEvents", True)]
    writing = [it for it in told if it.get("ReadWriteType", "All") != "ReadOnly"]
    if not told:
        yield wrong("trail_no_management", trail=trail.name)
    elif not writing:
        yield wrong("trail_reads_only", trail=trail.name)
    elif all(_KMS in it.get("ExcludeManagementEventSources", []) for it in writing):
        yield wrong("trail_excludes_kms", trail=trail.name)


def _advanced(
    trail: Trail, selectors: Sequence[Json], events: Sequence[str]
) -> Iterator[Finding]:
    left_out = [it for it in events if not any(_selects(s, it) for s in selectors)]
    if left_out:
        names = ", ".join(left_out)
        yield wrong("trail_leaves_out", trail=trail.name, events=names)


def _selects(selector: Json, event: str) -> bool:
    """Tell if a selector takes every record of such a call, whoever makes it."""
    record = {
        "eventCategory": "Management",
        "eventSource": _KMS,
        "eventName": event,
        "readOnly": "false",
    }
    fields = selector["FieldSelectors"]
    return all(_takes(it, record.get(it["Field"])) for it in fields)


def _takes(field: Json, value: str | None) -> bool:
    if value is None:  # such as who calls: it may take some records and leave others
        return False
    return all(_passes(value, name, field.get(name)) for name in (*_TESTS, *_NOT))


def _passes(value: str, name: str, wanted: Sequence[str] | None) -> bool:
    if not wanted:
        return True
    test = _TESTS[_NOT.get(name, name)]
    return any(test(value, it) for it in wanted) is (name not in _NOT)


_NOT = {f"Not{name}": name for name in _TESTS}
