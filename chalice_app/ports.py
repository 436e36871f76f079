"""What the stories need of the outside world, as they would ask for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from chalice_app.domain.before import Before
from chalice_app.domain.case import Place
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_page import KeyPage
from chalice_app.domain.metric import Metric
from chalice_app.domain.remedy import Call
from chalice_app.domain.responder import Person
from chalice_app.domain.subject import Subject
from chalice_app.domain.watcher.outage import Looked
from chalice_app.posting_ports import Changes, Digests, Drills, Outages, Reports
from chalice_app.queue_ports import Looks, Retries, Turns
from chalice_app.restore_ports import Dialogs, Restores
from chalice_app.settings import Settings
from chalice_app.table_ports import (
    Befores,
    Cases,
    Inventories,
    Ledger,
    Rights,
    Sweeping,
)
from chalice_app.views.words import Words

Json = Mapping[str, object]


class Keys(Protocol):
    def read(self, key: Subject) -> KeyReading:
        """Ask DescribeKey and ListAliases; a refusal is a reading without a state."""

    def call(self, call: Call, key: Subject) -> None:
        """Change the key; raise KmsRefusedError, or KmsSilentError if nobody knows."""

    def look_around(self, key: Subject) -> Before:
        """Read policy, grants and aliases; raise KmsSilentError."""


class Pages(Protocol):
    def page(self, region: str, marker: str | None) -> KeyPage | None:
        """Read a page of keys that AWS does not manage; None: the marker is old."""


class Chat(Protocol):
    def post(self, message: Json, item_id: str, *, kind: str = "case") -> Place:
        """Post the message of a case, or of another kind of thing."""

    def update(self, place: Place, message: Json) -> None: ...

    def found(self, since: datetime) -> Mapping[str, tuple[Place, ...]]:
        """Find our messages in the channel, oldest first, by the id of each."""

    def link(self, place: Place) -> str | None: ...

    def reply(self, place: Place, text: str, *, broadcast: bool = False) -> None: ...

    def post_page(self, thread: Place, message: Json) -> Place:
        """Post a message into a thread that can be rewritten."""

    def whisper(self, place: Place | None, user: str, text: str) -> None:
        """Answer one person, in the case's thread if any; raise ChatRefusedError."""

    def respond(self, response_url: str, text: str) -> None:
        """Answer one person through the press's own address; raise ChatRefusedError."""

    def person(self, user: str) -> Person | None: ...

    def home_team(self) -> str: ...

    def members(self, group: str) -> frozenset[str] | None:
        """List a user group; None when it cannot be read."""


class Parts(Protocol):
    def look(self) -> Sequence[Looked]:
        """Check Reprieve's own parts, and the trail that they need."""


class NoParts:
    """What all workers but the sweep have: AWS's many clients take long to load."""

    def look(self) -> Sequence[Looked]:
        return ()


class Notices(Protocol):
    def send(self, subject: str, body: str) -> None: ...


class Signatures(Protocol):
    def verify(self, body: str, timestamp: str, signature: str, at: datetime) -> bool:
        """Tell if Slack signed this body around this time."""


class Metrics(Protocol):
    def add(self, metric: Metric, value: float = 1, case_id: str = "") -> None:
        """Add to a metric; the case stands beside it, and is no dimension."""

    def since(self, metric: Metric, moment: datetime) -> None:
        """Measure from a moment until now, by the clock of this machine, at least 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """All that a story may use."""

    settings: Settings
    words: Words
    keys: Keys
    cases: Cases
    rights: Rights
    ledger: Ledger
    chat: Chat
    notices: Notices
    signatures: Signatures
    retries: Retries
    looks: Looks
    sweeping: Sweeping
    befores: Befores
    drills: Drills
    digests: Digests
    restores: Restores
    dialogs: Dialogs
    pages: Pages
    inventories: Inventories
    turns: Turns
    reports: Reports
    metrics: Metrics
    changes: Changes
    outages: Outages
    parts: Parts = field(default_factory=NoParts)
