"""One key as its events tell of it, and the cases that Reprieve would have kept."""

from dataclasses import dataclass, field

from chalice_app.domain.case import Case, looked_at
from chalice_app.domain.joining import recorded
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.phase import has_key_to_ask
from chalice_app.domain.watched import WATCHED
from infra.operator.replay.key_states import read_after, swept


@dataclass(slots=True)
class KeyLife:
    cases: dict[str, Case] = field(default_factory=dict)
    last: str = ""
    reading: KeyReading | None = None

    def hear(self, event: KeyEvent) -> Case | None:
        """Do with an event as `alerts` does; None if nobody would have been told."""
        self._sweep(event)
        self.reading = read_after(event, self.reading)
        if event.name not in WATCHED:
            return None
        case = recorded(event, self.cases.get(self.last), self.cases.get)
        if case is None:
            return None
        if case.opener is event:
            self.last = case.id
        return self._looked_at(case, self.reading)

    def _sweep(self, event: KeyEvent) -> None:
        last = self.cases.get(self.last)
        if last:
            self._looked_at(last, swept(self.reading, event.occurred_at))

    def _looked_at(self, case: Case, reading: KeyReading | None) -> Case:
        if reading and has_key_to_ask(case):
            case = looked_at(case, reading)
        self.cases[case.id] = case
        return case
