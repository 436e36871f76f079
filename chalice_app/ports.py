"""What the stories need of the outside world, as they would ask for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalice_app.domain.case import Case, Place, Unreadable
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry
from chalice_app.domain.posting import PostRight
from chalice_app.domain.remedy import Call
from chalice_app.domain.responder import Person
from chalice_app.domain.subject import Subject
from chalice_app.settings import Settings
from chalice_app.views.words import Words

Json = Mapping[str, object]


class Keys(Protocol):
    def read(self, key: Subject) -> KeyReading:
        """Ask DescribeKey and ListAliases; a refusal is a reading without a state."""

    def call(self, call: Call, key: Subject) -> None:
        """Change the key; raise KmsRefusedError, or KmsSilentError if nobody knows."""


class Cases(Protocol):
    def record(self, event: KeyEvent, *, ours: bool) -> Case | None:
        """Put an event into its case, once; None if it follows no open case."""

    def record_unreadable(self, found: Unreadable, delivery: str) -> Case: ...

    def get(self, case_id: str) -> Case | None: ...

    def change(self, case_id: str, how: Callable[[Case], Case]) -> Case:
        """Apply a pure change to the newest version."""


class Rights(Protocol):
    def claim_post(self, case_id: str) -> PostRight:
        """Take the right to post; raise BeingShownError while another holds it."""

    def give_back(self, case_id: str, right: PostRight) -> None:
        """End the right to post, after a post that Slack has surely not taken."""

    def placed(self, case_id: str, place: Place) -> Place:
        """Keep where the message is; give the place that was first."""

    def misplaced(self, case_id: str, place: Place) -> None:
        """Forget a place whose message is gone."""

    def shown(self, case_id: str, version: int) -> None: ...

    def lease(self, case_id: str, press_id: str) -> bool:
        """Take the right to act; False while another press holds it."""

    def release(self, case_id: str, press_id: str) -> None: ...


class Ledger(Protocol):
    def write(self, case_id: str, entry: Entry) -> Entry:
        """Add to the ledger, or find what an earlier delivery added."""

    def entry(self, case_id: str, entry_id: str) -> Entry | None: ...

    def untold(self, case_id: str, event: KeyEvent) -> bool:
        """Tell if the thread does not yet have this event's line."""

    def told(self, case_id: str, event: KeyEvent) -> None: ...

    def mark(self, case_id: str, entry: Entry, step: str) -> None:
        """Note that one consequence of an entry is done."""


class Chat(Protocol):
    def post(self, message: Json, case_id: str) -> Place: ...

    def update(self, place: Place, message: Json) -> None: ...

    def found(self, since: datetime) -> Mapping[str, tuple[Place, ...]]:
        """Find our messages of cases in the channel, oldest first, by case id."""

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
