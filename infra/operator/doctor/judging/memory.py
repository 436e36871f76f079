"""Whether the table is as Lambda needs it, no letter is dead, and no alarm rings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chalice_app.domain.watcher.finding import Finding, ok, warning, wrong

Json = Mapping[str, Any]
_KEY = {"pk": "HASH", "sk": "RANGE"}
_DUE = {"due_shard": "HASH", "next_due_at": "RANGE"}
_READY = frozenset({"ACTIVE", "UPDATING"})
_COUNTS = (
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed",
)


def judged_table(name: str, table: Json | None, revert: str) -> Iterator[Finding]:
    if table is None:
        yield wrong("table_missing", table=name, revert=revert)
        return
    indexes = {it["IndexName"]: it for it in table.get("GlobalSecondaryIndexes", [])}
    due = indexes.get("due", {})
    problems = [
        (table["TableStatus"] not in _READY, "table_state"),
        (_keys(table) != _KEY, "table_keys"),
        (_keys(due) != _DUE, "index_missing"),
        (bool(due) and due.get("IndexStatus") not in _READY, "index_state"),
    ]
    found = [name for holds, name in problems if holds]
    state = table["TableStatus"]
    yield from (wrong(it, table=name, state=state, revert=revert) for it in found)
    if not found:
        yield ok("table_ready", table=name)


def _keys(described: Json) -> dict[str, str]:
    return {it["AttributeName"]: it["KeyType"] for it in described.get("KeySchema", [])}


def judged_queue(
    name: str, attributes: Mapping[str, str] | None, stage: str, revert: str
) -> Iterator[Finding]:
    """Judge a queue of dead letters; no attributes where there is no such queue."""
    if attributes is None:
        yield wrong("queue_missing", queue=name, revert=revert)
        return
    count = sum(int(attributes.get(it, 0)) for it in _COUNTS)
    if count:
        yield wrong("dead_letters", queue=name, count=count, stage=stage)
    else:
        yield ok("no_dead_letters", queue=name)


def judged_alarms(
    expected: Sequence[str], alarms: Sequence[Json], notices: str, revert: str
) -> Iterator[Finding]:
    found = {it["AlarmName"]: it for it in alarms}
    for name in expected:
        if name not in found:
            yield wrong("alarm_missing", alarm=name, revert=revert)
            continue
        if found[name]["StateValue"] == "ALARM":
            why = found[name].get("StateReason", "-")
            yield wrong("alarm_rings", alarm=name, why=why)
        if not found[name].get("ActionsEnabled", True):
            yield warning("alarm_silent", alarm=name)
        if notices not in found[name].get("AlarmActions", []):
            yield wrong("alarm_deaf", alarm=name, topic=notices, revert=revert)
