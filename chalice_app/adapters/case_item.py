"""How a case, an event and a ledger entry lie in the table."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from chalice_app.adapters.plain import from_text, to_text
from chalice_app.domain.case import Case, Place
from chalice_app.domain.joining import about
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry
from chalice_app.domain.posting import PostLease
from chalice_app.domain.subject import Subject

Item = Mapping[str, Any]

FORMAT = 1
VANISHING = ("state",)  # a fact that a case may lose
DUE = ("due_shard", "next_due_at")
SHARDS = "0123456789abcdef"
_SEEN_FOR = timedelta(days=30)


def head_key(case_id: str) -> Item:
    return {"pk": f"CASE#{case_id}", "sk": "HEAD"}


def event_key(case_id: str, event_id: str) -> Item:
    return {"pk": f"CASE#{case_id}", "sk": f"EVENT#{event_id}"}


def entry_key(case_id: str, entry_id: str) -> Item:
    return {"pk": f"CASE#{case_id}", "sk": f"LEDGER#{entry_id}"}


def pointer_key(subject: Subject, event_id: str) -> Item:
    """Key of the item that names a key's open or last case."""
    return {"pk": f"KEY#{about(subject, event_id)}", "sk": "CASE"}


def seen_key(event_id: str) -> Item:
    return {"pk": f"SEEN#{event_id}", "sk": "SEEN"}


def head_item(case: Case) -> Item:
    """Lay a new case down; `revision` counts every write, `version` what people see."""
    return {
        **head_key(case.id),
        **head_facts(case),
        "format": FORMAT,
        "revision": 1,
        "shown_version": case.shown_version,
    }


def head_facts(case: Case) -> dict[str, Any]:
    """Lay down what a change of a case changes."""
    state = case.reading.state if case.reading else None
    facts = replace(case, version=0, shown_version=0, place=None)
    return {
        "facts": to_text(facts),
        "version": case.version,
        **({"state": state.value} if state else {}),
        **_due(case),
    }


def place_in(item: Item) -> Place | None:
    return Place(channel=item["channel"], ts=item["ts"]) if "ts" in item else None


def post_lease_in(item: Item) -> PostLease | None:
    if "post_until" not in item:
        return None
    until = datetime.fromisoformat(item["post_until"])
    return PostLease(attempt=int(item["post_attempt"]), until=until)


def case_in(item: Item) -> Case:
    """Read a case back."""
    return replace(
        from_text(Case, item["facts"]),
        version=int(item["version"]),
        shown_version=int(item["shown_version"]),
        place=place_in(item),
    )


def before_key(case_id: str) -> Item:
    return {"pk": f"CASE#{case_id}", "sk": "BEFORE"}


def pointer_item(case: Case, event_id: str) -> Item:
    return {
        **pointer_key(case.subject, event_id),
        "format": FORMAT,
        "case_id": case.id,
    }


def event_item(case_id: str, event: KeyEvent, *, told: bool) -> Item:
    return {
        **event_key(case_id, event.event_id),
        "format": FORMAT,
        "event": to_text(event),
        "told": told,
    }


def seen_item(case_id: str, event: KeyEvent) -> Item:
    """Remember an event id for 30 days; DynamoDB forgets it by its TTL."""
    return {
        **seen_key(event.event_id),
        "format": FORMAT,
        "case_id": case_id,
        "expires_at": int((event.occurred_at + _SEEN_FOR).timestamp()),
    }


def entry_item(case_id: str, entry: Entry) -> Item:
    return {
        **entry_key(case_id, entry.id),
        "format": FORMAT,
        "entry": to_text(replace(entry, done=frozenset())),
    }


def entry_in(item: Item) -> Entry:
    done = (name.removeprefix("done_") for name in item if name.startswith("done_"))
    return replace(from_text(Entry, item["entry"]), done=frozenset(done))


def _due(case: Case) -> dict[str, str]:
    """Put a case into the sparse index, spread over 16 shards; the sweep takes it out.

    Whatever is written of a case, even of a closed one, has the sweep look at it.
    """
    latest = case.reading.read_at if case.reading else case.began_at
    return {"due_shard": case.id[0], "next_due_at": latest.isoformat()}
