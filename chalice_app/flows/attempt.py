"""One delivery of a press that may act, and how it ends."""

from dataclasses import dataclass, replace
from functools import partial

from chalice_app.domain.asked import credited
from chalice_app.domain.case import Case, looked_at
from chalice_app.domain.key import KeyReading
from chalice_app.domain.ledger import Kind, entry_id, entry_of
from chalice_app.domain.phase import confirmed
from chalice_app.domain.press import Press, Verdict
from chalice_app.domain.remedy import Call, Remedy, proves, reached
from chalice_app.errors import KmsSilentError, NotProvedError
from chalice_app.flows.answer import answer
from chalice_app.flows.show_case import show
from chalice_app.flows.tell_outcome import tell_failed, tell_proved
from chalice_app.ports import Tools
from chalice_app.views.slack_text import code


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    press: Press
    remedy: Remedy
    case: Case
    tools: Tools

    def marks(self) -> frozenset[str]:
        """Give what this press has asked of KMS, and what KMS answered."""
        key = entry_id(self.press.id, Kind.ASKED)
        entry = self.tools.ledger.entry(self.case.id, key)
        return entry.done if entry else frozenset()

    def read(self) -> KeyReading:
        reading = self.tools.keys.read(self.case.subject)
        if reading.passing:
            raise KmsSilentError(reading.refusal or "")
        return reading

    def tell(
        self, calls: frozenset[Call], reading: KeyReading, error: str | None = None
    ) -> None:
        """Tell of what the calls of this press have reached, before an error if any.

        Raises NotProvedError while the reading may be of the time before the calls.
        """
        act = credited(self.remedy, calls)
        asked = act if error else self.remedy
        there = reached(asked, reading.state) and self._stands(reading)
        if not (proves(asked, reading.state) or there):
            raise NotProvedError(self.case.id)
        entry = replace(entry_of(self.press, Kind.PROVED), act=act, error=error)
        entry = replace(entry, at=reading.read_at, state=reading.state)
        tell_proved(entry, reading, self.press, self.case, self.tools)

    def ended(self, verdict: Verdict, reading: KeyReading) -> None:
        """Say that there was nothing to do, and refresh the alert."""
        tools, case_id = self.tools, self.case.id
        tools.cases.change(case_id, partial(looked_at, reading=reading))
        show(case_id, tools)
        said = tools.words.say(f"answer.{verdict}", state=code(reading.state))
        answer(self.press, self.case, said, tools)

    def failed(self, error: str | None) -> None:
        entry = replace(entry_of(self.press, Kind.FAILED), error=error)
        tell_failed(entry, self.press, self.case, self.tools)

    def _stands(self, reading: KeyReading) -> bool:
        """Tell if the case trusts this reading over its last trouble."""
        case = looked_at(self.case, reading)
        attempt = case.trouble is None and case.found is None
        return case.reading == reading and (attempt or confirmed(case))
