"""The notices topic and the queue's second chances, in memory."""

from dataclasses import dataclass, field

from chalice_app.domain.inventory import Turn
from chalice_app.errors import TryAgainError


@dataclass
class FakeNotices:
    """SNS takes a subject of printable ASCII, fewer than 100 characters."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    fails: list[Exception | None] = field(default_factory=list)

    def send(self, subject: str, body: str) -> None:
        failure = self.fails.pop(0) if self.fails else None
        if failure:
            raise failure
        fits = subject.isascii() and subject.isprintable() and 0 < len(subject) < 100
        if not fits or not body:
            raise TryAgainError("notices: InvalidParameter")
        self.sent.append((subject, body))


@dataclass
class FakeRetries:
    """SQS holds a message back for twelve hours at most."""

    asked: list[tuple[str, int]] = field(default_factory=list)

    def soon(self, receipt: str, seconds: int) -> None:
        assert 0 <= seconds <= 43_200
        self.asked.append((receipt, seconds))


@dataclass
class FakeLooks:
    """The looks that were ordered: of which case, after how many, in how many seconds.

    SQS takes a delay of 15 minutes at most.
    """

    ordered: list[tuple[str, int, int]] = field(default_factory=list)
    drawings: list[tuple[str, int, int]] = field(default_factory=list)
    restores: list[tuple[str, int, int]] = field(default_factory=list)
    fails: list[Exception | None] = field(default_factory=list)

    def order(self, case_id: str, looks: int, seconds: int) -> None:
        self._enter(seconds)
        self.ordered.append((case_id, looks, seconds))

    def draw(self, digest_id: str, turn: int, seconds: int) -> None:
        self._enter(seconds)
        self.drawings.append((digest_id, turn, seconds))

    def restore(self, restore_id: str, step: int, seconds: int) -> None:
        self._enter(seconds)
        self.restores.append((restore_id, step, seconds))

    def _enter(self, seconds: int) -> None:
        failure = self.fails.pop(0) if self.fails else None
        if failure:
            raise failure
        assert 0 <= seconds <= 900


@dataclass
class FakeTurns:
    """The pages of an inventory that were ordered."""

    ordered: list[Turn] = field(default_factory=list)
    fails: list[Exception | None] = field(default_factory=list)

    def order(self, turn: Turn) -> None:
        failure = self.fails.pop(0) if self.fails else None
        if failure:
            raise failure
        self.ordered.append(turn)
