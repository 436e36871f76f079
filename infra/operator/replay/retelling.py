"""What Reprieve would have told people of these events, by the rules of `alerts`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from chalice_app.domain.case import Case
from chalice_app.domain.joining import about
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.watched import WATCHED
from infra.operator.replay.key_life import KeyLife
from infra.operator.replay.one_second import in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event, and its case as the event leaves it; None: nobody is told."""

    event: KeyEvent
    case: Case | None

    @property
    def alerts(self) -> bool:
        """Tell a message of its own from a line in the thread."""
        return self.case is not None and self.case.opener is self.event


def retold(events: Iterable[KeyEvent]) -> tuple[Told, ...]:
    """Take every event as if it was heard at once, key by key; and each only once."""
    keys: dict[str, list[KeyEvent]] = defaultdict(list)
    for event in _unique(events):
        keys[about(event.subject, event.event_id)].append(event)
    lives = [told for _, heard in sorted(keys.items()) for told in _life(heard)]
    return tuple(sorted(lives, key=lambda it: it.event.occurred_at))


def _unique(events: Iterable[KeyEvent]) -> Iterable[KeyEvent]:
    # Copies are alike; where two are not, the choice must not hang on their order.
    found: dict[str, KeyEvent] = {}
    for event in events:
        other = found.get(event.event_id)
        found[event.event_id] = min(other, event, key=repr) if other else event
    return found.values()


def _life(events: Sequence[KeyEvent]) -> Iterator[Told]:
    life = KeyLife()
    in_time = sorted(events, key=lambda it: it.occurred_at)
    for _, together in groupby(in_time, key=lambda it: it.occurred_at):
        state = life.reading.state if life.reading else None
        for event in in_order(tuple(together), state):
            case = life.hear(event)
            if event.name in WATCHED:
                yield Told(event=event, case=case)
