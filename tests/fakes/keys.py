"""KMS keys in memory that obey AWS's table of key states, with scripted failures."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from chalice_app.domain.before import Before
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_page import FoundKey, KeyPage
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import Subject, key_from_arn
from chalice_app.errors import KmsRefusedError, KmsSilentError
from infra.sandbox.aws.key_states import decide
from infra.sandbox.aws.shapes import Refusal

ALIASES = ("alias/payroll",)
POLICY = '{"Version": "2012-10-17", "Statement": []}'
LEADS_TO = {Call.CANCEL: KeyState.DISABLED, Call.ENABLE: KeyState.ENABLED}


class Trouble(Enum):
    """How a call or a reading goes wrong without an error code of its own."""

    SILENT = auto()  # no answer, no effect
    SILENT_AFTER_EFFECT = auto()
    STALE = auto()  # a reading that still tells of the state before
    LONG_STALE = auto()  # a reading that tells of the time before any trouble
    THROTTLED = auto()


@dataclass
class FakeKeys:
    """`on_call` and `on_read` hold what goes wrong next: an error code or a Trouble.

    `denies` holds what a call is always refused with.
    """

    now: Callable[[], datetime]
    states: dict[str, KeyState] = field(default_factory=dict)
    before: dict[str, KeyState] = field(default_factory=dict)
    dies: dict[str, datetime] = field(default_factory=dict)
    denies: dict[Call, str] = field(default_factory=dict)
    on_call: list[str | Trouble | None] = field(default_factory=list)
    on_read: list[str | Trouble | None] = field(default_factory=list)
    policies: dict[str, str] = field(default_factory=dict)
    on_look: list[KmsSilentError] = field(default_factory=list)
    page_size: int = 2
    before_page: list[Callable[[], None]] = field(default_factory=list)
    old_markers: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    imported: set[str] = field(default_factory=set)

    def put(self, arn: str, state: KeyState) -> None:
        self.dies[arn] = self.now() + timedelta(days=7)
        self.before[arn] = self.states.get(arn, state)
        self.states[arn] = state

    def call(self, call: Call, key: Subject) -> None:
        trouble = self.on_call.pop(0) if self.on_call else None
        if trouble in {Trouble.SILENT, Trouble.THROTTLED}:
            raise KmsSilentError("ReadTimeoutError")
        trouble = trouble or self.denies.get(call)
        if isinstance(trouble, str):
            raise KmsRefusedError(trouble, "scripted")
        self._change(call, key.arn or "")
        if trouble is Trouble.SILENT_AFTER_EFFECT:
            raise KmsSilentError("ReadTimeoutError")

    def read(self, key: Subject) -> KeyReading:
        trouble = self.on_read.pop(0) if self.on_read else None
        if trouble is Trouble.SILENT:
            raise KmsSilentError("ConnectTimeoutError")
        empty = KeyReading(read_at=self.now())
        if trouble is Trouble.THROTTLED:
            return replace(empty, refusal="ThrottlingException", passing=True)
        if isinstance(trouble, str):
            return replace(empty, refusal=trouble)
        if trouble is Trouble.LONG_STALE:
            return self._reading(empty, KeyState.ENABLED, key)
        known = self.before if trouble is Trouble.STALE else self.states
        return self._reading(empty, known.get(key.arn or "", KeyState.GONE), key)

    def look_around(self, key: Subject) -> Before:
        if self.on_look:
            raise self.on_look.pop(0)
        policy = self.policies.get(key.arn or "", POLICY)
        return Before(read_at=self.now(), policy=policy, aliases=ALIASES)

    def page(self, region: str, marker: str | None) -> KeyPage | None:
        """Give the keys from the place that the marker names."""
        assert region
        while self.before_page:
            self.before_page.pop()()
        if marker in self.old_markers:
            self.old_markers.remove(marker)
            return None
        start, arns = int(marker or 0), sorted(self.states)
        end = start + self.page_size
        return KeyPage(
            read_at=self.now(),
            keys=tuple(map(self._found, arns[start:end])),
            marker=str(end) if end < len(arns) else None,
        )

    def _found(self, arn: str) -> FoundKey:
        key, hidden = key_from_arn(arn), arn in self.hidden
        reading = replace(self.read(key), aliases=None)
        if reading.passing:
            raise KmsSilentError(reading.refusal or "")
        if hidden:
            refusal = "AccessDeniedException"
            reading = KeyReading(read_at=self.now(), refusal=refusal)
        imported = arn in self.imported
        return FoundKey(key=key, reading=reading, hidden=hidden, imported=imported)

    def _reading(self, empty: KeyReading, state: KeyState, key: Subject) -> KeyReading:
        if state is KeyState.GONE:
            return replace(empty, state=state)
        dies = self.dies[key.arn or ""]
        return replace(
            empty,
            state=state,
            aliases=ALIASES,
            deletion_date=dies if state is KeyState.PENDING_DELETION else None,
        )

    def _change(self, call: Call, arn: str) -> None:
        state = self.states.get(arn, KeyState.GONE)
        if state is KeyState.GONE:
            raise KmsRefusedError("NotFoundException", f"Key '{arn}' does not exist")
        verdict = decide(call.value, state=state.value, arn=arn, origin="AWS_KMS")
        if isinstance(verdict, Refusal):
            raise KmsRefusedError(verdict.code, verdict.text)
        if state is not KeyState.UNAVAILABLE:  # footnote 12: answered, not changed
            self.put(arn, LEADS_TO[call])
