"""What the workspace remembers: messages with every version, answers, views, calls."""

from dataclasses import dataclass, field
from http import HTTPStatus

from infra.sandbox.slack.shapes import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a message said from one moment until it was rewritten."""

    text: str
    blocks: tuple[JsonObject, ...] = ()
    metadata: JsonObject | None = None
    edited: bool = False
    written_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    channel: str
    ts: str
    user: str
    versions: tuple[Version, ...]
    thread_ts: str | None = None
    broadcast: bool = False

    @property
    def shown(self) -> Version:
        return self.versions[-1]

    @property
    def top_level(self) -> bool:
        return self.thread_ts is None or self.broadcast


@dataclass(frozen=True, slots=True, kw_only=True)
class Ephemeral:
    """A line that one person sees and Slack does not keep."""

    channel: str
    user: str
    ts: str
    text: str
    blocks: tuple[JsonObject, ...] = ()
    thread_ts: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    id: str
    user: str
    view: JsonObject
    root: str
    hash: str
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCall:
    method: str
    arguments: JsonObject
    answer: JsonObject
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One request to the app, or why the client did not send it."""

    kind: str
    sent: bool
    status: int | None = None
    milliseconds: int = 0
    late: bool = False
    body: str = ""
    failure: str = ""
    payload: JsonObject = field(default_factory=dict)
    raw_body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    dialog: JsonObject | None = None
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def accepted(self) -> bool:
        return self.status == HTTPStatus.OK and not self.late
