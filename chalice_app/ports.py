"""What the stories need of the outside world, as they would ask for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalice_app.domain.before import Before
from chalice_app.domain.case import Place
from chalice_app.domain.key import KeyReading
from chalice_app.domain.remedy import Call
from chalice_app.domain.responder import Person
from chalice_app.domain.subject import Subject
from chalice_app.settings import Settings
from chalice_app.table_ports import (
    Befores,
    Cases,
    Drills,
    Ledger,
    Reminders,
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

    def customer_keys(self, region: str) -> Iterator[tuple[Subject, KeyReading]]:
        """Read every key of the Region that AWS does not manage; no aliases."""


class Chat(Protocol):
    def post(self, message: Json, item_id: str, *, drill: bool = False) -> Place:
        """Post the message of a case, or of a drill."""

    def remind(self, message: Json, reminder_id: str, thread: Place | None) -> Place:
        """Post a reminder: in a thread and to the channel, or on its own."""

    def update(self, place: Place, message: Json) -> None: ...

    def found(self, since: datetime) -> Mapping[str, tuple[Place, ...]]:
        """Find our messages in the channel, oldest first, by case id or drill id."""

    def link(self, place: Place) -> str | None: ...

    def reply(self, place: Place, text: str, *, broadcast: bool = False) -> None: ...

    def whisper(self, place: Place | None, user: str, text: str) -> None:
        """Answer one person, in the case's thread if any; raise ChatRefusedError."""

    def respond(self, response_url: str, text: str) -> None:
        """Answer one person through the press's own address; raise ChatRefusedError."""

    def person(self, user: str) -> Person | None: ...

    def home_team(self) -> str: ...

    def members(self, group: str) -> frozenset[str] | None:
        """List a user group; None when it cannot be read."""


class Notices(Protocol):
    def send(self, subject: str, body: str) -> None: ...


class Signatures(Protocol):
    def verify(self, body: str, timestamp: str, signature: str, at: datetime) -> bool:
        """Tell if Slack signed this body around this time."""


class Retries(Protocol):
    def soon(self, receipt: str, seconds: int) -> None:
        """Let the queue hand the same press over again after so many seconds."""


class Looks(Protocol):
    def order(self, case_id: str, looks: int, seconds: int) -> None:
        """Have a case looked at again after so many seconds and earlier looks."""


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
    reminders: Reminders
