"""Somebody moves presses from the dead letters back to their queue."""

from dataclasses import replace

from tests.prove.deliveries import Press
from tests.prove.outside import Outside


def move_back(outside: Outside) -> None:
    """Make them new messages, as SQS does: with another id, and sent just now."""
    under_way = outside.under_way
    for name, pressed in list(under_way.dead_presses.items()):
        if name not in under_way.moved:
            again = replace(pressed, id=f"{name}-again")
            under_way.moved |= {name, again.id}
            outside.presses.append(again)
            under_way.queue.append(Press(again, outside.now, moved_at=outside.now))
            outside.tell(f"somebody moves {name} back to the queue ({again.id})")
