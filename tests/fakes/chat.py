"""A Slack channel in memory that refuses what Slack refuses, with scripted failures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from chalice_app.domain.case import Place
from chalice_app.domain.responder import Person
from chalice_app.errors import ChatRefusedError
from infra.sandbox.slack import acme
from tests.fakes.people import person_of
from tests.fakes.posted import Posted

BEGAN = 1_900_000_000  # seconds: after anything that is told of
Json = Mapping[str, Any]


@dataclass
class FakeChat:
    """`fails` holds, by method, the errors of its next calls; None lets one pass.

    `before` holds what other workers do while a call of the method is on its way.
    """

    channel: str = acme.CHANNEL
    joined: bool = True
    history: int | None = None  # how many messages the history shows already
    messages: dict[str, Posted] = field(default_factory=dict)
    pages: dict[str, Posted] = field(default_factory=dict)
    reminders: dict[str, Posted] = field(default_factory=dict)
    whispers: list[tuple[str, str]] = field(default_factory=list)
    responses: list[tuple[str, str]] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)
    before: dict[str, list[Callable[[], None]]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    fails: dict[str, list[Exception | None]] = field(default_factory=dict)

    def post(self, message: Json, case_id: str, *, kind: str = "case") -> Place:
        self._enter("post", self.channel)
        ts = f"{BEGAN}.{next(self.numbers):06d}"
        self.messages[ts] = Posted(case_id, [message], kind)
        return Place(channel=self.channel, ts=ts)

    def remind(self, message: Json, reminder_id: str, thread: Place | None) -> Place:
        """Post as `post` does; in a thread it is a line that the channel has, too."""
        self._enter("remind", self.channel)
        if thread:
            posted = self._thread(thread, "chat.postMessage")
            posted.lines.append(message["text"])
            posted.broadcasts.append(message["text"])
        ts = f"{BEGAN}.{next(self.numbers):06d}"
        self.reminders[ts] = Posted(reminder_id, [message], inside=thread)
        return Place(channel=self.channel, ts=ts)

    def update(self, place: Place, message: Json) -> None:
        self._enter("update", place.channel)
        page = self.pages.get(place.ts)
        posted = page or self._at(place, "chat.update", "message_not_found")
        posted.versions.append(message)

    def post_page(self, thread: Place, message: Json) -> Place:
        self._enter("post_page", thread.channel)
        posted = self._at(thread, "chat.postMessage", "thread_not_found")
        ts = f"{BEGAN}.{next(self.numbers):06d}"
        self.pages[ts] = Posted("", [message])
        posted.pages.append(ts)
        return Place(channel=self.channel, ts=ts)

    def found(self, since: datetime) -> dict[str, tuple[Place, ...]]:
        self._enter("found", self.channel)
        found: dict[str, tuple[Place, ...]] = {}
        both = sorted({**self.messages, **self.reminders}.items())
        shown = both[: self.history]
        for ts, posted in shown:
            if float(ts) < since.timestamp():
                continue
            place = Place(channel=self.channel, ts=ts)
            found[posted.case_id] = (*found.get(posted.case_id, ()), place)
        return found

    def link(self, place: Place) -> str | None:
        self._enter("link", place.channel)
        if place.ts not in {*self.messages, *self.reminders}:
            return None
        return f"https://acme.slack.com/archives/{place.channel}/p{place.ts}"

    def reply(self, place: Place, text: str, *, broadcast: bool = False) -> None:
        self._enter("reply", place.channel)
        posted = self._thread(place, "chat.postMessage")
        posted.lines.append(text)
        if broadcast:
            posted.broadcasts.append(text)

    def whisper(self, place: Place | None, user: str, text: str) -> None:
        self._enter("whisper", place.channel if place else self.channel)
        if user not in acme.ALERTS.members:
            raise ChatRefusedError("chat.postEphemeral", "user_not_in_channel")
        if place:
            self._thread(place, "chat.postEphemeral")
        self.whispers.append((user, text))

    def respond(self, response_url: str, text: str) -> None:
        self._enter("respond", self.channel)
        self.used[response_url] = self.used.get(response_url, 0) + 1
        if self.used[response_url] > 5:
            raise ChatRefusedError("response_url", "used_url")
        self.responses.append((response_url, text))

    def person(self, user: str) -> Person | None:
        self._enter("person", self.channel)
        found = acme.ACME.users.get(user)
        return person_of(found) if found else None

    def home_team(self) -> str:
        return acme.HOME

    def members(self, group: str) -> frozenset[str] | None:
        return self.groups.get(group)

    def _enter(self, method: str, channel: str) -> None:
        while self.before.get(method):
            self.before[method].pop()()
        scripted = self.fails.get(method)
        failure = scripted.pop(0) if scripted else None
        if failure:
            raise failure
        if method not in {"respond", "person"} and channel != acme.CHANNEL:
            raise ChatRefusedError(method, "channel_not_found")
        if method not in {"respond", "person"} and not self.joined:
            raise ChatRefusedError(method, "not_in_channel")

    def _thread(self, place: Place, method: str) -> Posted:
        posted = self._at(place, method, "thread_not_found")
        if posted.inside:
            raise ChatRefusedError(method, "cannot_reply_to_message")
        return posted

    def _at(self, place: Place, method: str, error: str) -> Posted:
        posted = self.messages.get(place.ts) or self.reminders.get(place.ts)
        if posted is None:
            raise ChatRefusedError(method, error)
        return posted
