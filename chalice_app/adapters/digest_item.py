"""How storms, digests and their members lie in the table."""

from dataclasses import replace
from datetime import datetime

from chalice_app.adapters.case_item import DUE, FORMAT, Item, place_in
from chalice_app.adapters.plain import from_text, to_text
from chalice_app.domain.case import Case
from chalice_app.domain.digest import Digest, Member, member_of
from chalice_app.domain.storm import Window

MEMBERS = "CASE#"
SHARD = "digest"  # of the index of what is due: no case's shard


def window_key(name: str) -> Item:
    return {"pk": f"STORM#{name}", "sk": "WINDOW"}


def window_item(name: str, window: Window, revision: int) -> Item:
    facts = {"facts": to_text(window), "revision": revision}
    return {**window_key(name), "format": FORMAT, **facts}


def window_in(item: Item | None) -> tuple[Window, int]:
    """Read a window and how often it was written; an empty one where there is none."""
    if item is None:
        return Window(), 0
    return from_text(Window, item["facts"]), int(item["revision"])


def digest_key(digest_id: str) -> Item:
    return {"pk": f"DIGEST#{digest_id}", "sk": "DIGEST"}


def digest_item(digest: Digest) -> Item:
    """Lay a new digest down; `turn` counts the orders to draw it."""
    facts = digest_facts(digest)
    return {**digest_key(digest.id), "format": FORMAT, "facts": facts, "turn": 0}


def digest_facts(digest: Digest) -> str:
    return to_text(replace(digest, place=None))


def digest_in(item: Item) -> Digest:
    return replace(from_text(Digest, item["facts"]), place=place_in(item))


def due_in(at: datetime) -> Item:
    """Say when the order comes, for whoever marks next, and for the sweep."""
    when = at.isoformat()
    return {"due_at": when, **dict(zip(DUE, (SHARD, when), strict=True))}


def member_key(case: Case) -> Item:
    return {"pk": f"DIGEST#{case.digest}", "sk": f"{MEMBERS}{case.id}"}


def member_facts(case: Case) -> Item:
    return {"format": FORMAT, "member": to_text(member_of(case))}


def member_in(item: Item) -> Member:
    return from_text(Member, item["member"])
