"""KMS keys that remember, and that may tell of a time up to five minutes ago."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from chalice_app.domain.key import SETTLES_IN, KeyReading, KeyState
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import Subject
from chalice_app.errors import KmsRefusedError
from tests.fakes.keys import FakeKeys

# Long enough for every reminder to be due more than a day after the alert.
DIES_IN = timedelta(days=9)


@dataclass
class LaggingKeys(FakeKeys):
    """`stale` is how many of the next readings tell of the time before.

    `unsettled` is how many of the next calls of EnableKey meet a key that is still
    dying there, where it was less than five minutes ago.
    """

    history: dict[str, list[tuple[datetime, KeyState]]] = field(default_factory=dict)
    stale: int = 0
    unsettled: int = 0
    told_stale: int = 0

    def put(self, arn: str, state: KeyState) -> None:
        super().put(arn, state)
        self.dies[arn] = self.now() + DIES_IN
        self.history.setdefault(arn, []).append((self.now(), state))

    def read(self, key: Subject) -> KeyReading:
        before = self._young_change(key.arn or "")
        if self.stale == 0 or before is None:
            return super().read(key)
        self.stale -= 1
        self.told_stale += 1
        return self._reading(KeyReading(read_at=self.now()), before, key)

    def call(self, call: Call, key: Subject) -> None:
        dying = self._young_change(key.arn or "") is KeyState.PENDING_DELETION
        if call is Call.ENABLE and self.unsettled and dying:
            self.unsettled -= 1
            raise KmsRefusedError("KMSInvalidStateException", "is pending deletion")
        super().call(call, key)

    def was(self, arn: str, state: KeyState, since: datetime) -> bool:
        """Tell if the key was in this state at any time since then."""
        history = self.history[arn]
        older = [it for at, it in history if at <= since][-1:]
        return state in {*older, *(it for at, it in history if at > since)}

    def _young_change(self, arn: str) -> KeyState | None:
        history = self.history.get(arn, [])
        if len(history) < 2 or self.now() - history[-1][0] >= SETTLES_IN:
            return None
        return history[-2][1]
