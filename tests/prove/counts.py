"""How often what matters has happened in all histories."""

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.prove.machine import History

COUNTED: Counter[str] = Counter()
LAST_STORY: list[list[str]] = []
LEAST = 500
# What `make prove` must have seen so often that nobody can call it luck.
WANTED = (
    "a crash after Slack's ok",
    "a double press",
    "a stale read",
    "a redelivery",
)


def count(history: "History") -> None:
    outside = history.outside
    COUNTED["histories"] += 1
    seen = (
        outside.journal.killed_after_ok > 0,
        history.doubled,
        outside.keys.told_stale > 0,
        outside.redelivered > 0,
    )
    COUNTED.update(name for name, so in zip(WANTED, seen, strict=True) if so)
    COUNTED["a reminder"] += bool(outside.chat.reminders)
    COUNTED["a press"] += bool(outside.presses)
    digests = [it for it in outside.table.items if it[0].startswith("DIGEST#")]
    COUNTED["a storm"] += bool(digests)
    COUNTED["a restore of many keys"] += any(
        it[0].startswith("RESTORE#") for it in outside.table.items
    )
    COUNTED["a key saved by a press"] += bool(outside.journal.named("keys.call"))
