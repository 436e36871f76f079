"""A whole world of fakes around the real table code: news and presses come in."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from chalice_app.adapters.signatures import SlackSignatures
from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.errors import ReprieveError
from chalice_app.flows.from_queue import receive_message
from chalice_app.flows.from_topic import receive_note
from chalice_app.flows.sweep import sweep
from chalice_app.ports import Tools
from chalice_app.views.words import words_in
from infra.sandbox.aws.shapes import REGION
from tests.fakes.chat import FakeChat
from tests.fakes.configured import SETTINGS
from tests.fakes.dialogs import FakeDialogs
from tests.fakes.journal import Journal, Journaled
from tests.fakes.kept import kept
from tests.fakes.keys import FakeKeys
from tests.fakes.mail import FakeLooks, FakeNotices, FakeRetries, FakeTurns
from tests.fakes.memory_table import MemoryTable
from tests.fakes.metrics import FakeMetrics
from tests.fakes.news import note, record
from tests.fakes.parts import FakeParts
from tests.fakes.places import KEY, NOON
from tests.fakes.posted import Posted
from tests.fakes.presses import SECRET, Pressed, ordered


class World:
    def __init__(self) -> None:
        self.now = NOON + timedelta(seconds=5)
        self.journal = Journal()
        self.keys = FakeKeys(lambda: self.now)
        self.chat = FakeChat()
        self.notices = FakeNotices()
        self.retries = FakeRetries()
        self.looks = FakeLooks()
        self.turns = FakeTurns()
        self.metrics = FakeMetrics(lambda: self.now)
        self.parts = FakeParts()
        self.dialogs = FakeDialogs()
        self.words = words_in("en")
        self.table = MemoryTable(lambda: self.now)
        self.tools = self._tools()

    def _tools(self) -> Tools:
        table = self._seen(self.table, "table")
        return Tools(
            settings=SETTINGS,
            words=self.words,
            keys=self._seen(self.keys, "keys"),
            **kept(table),
            chat=self._seen(self.chat, "chat"),
            notices=self._seen(self.notices, "notices"),
            signatures=SlackSignatures(lambda _at: [SECRET]),
            retries=self._seen(self.retries, "retries"),
            looks=self._seen(self.looks, "looks"),
            dialogs=self._seen(self.dialogs, "dialogs"),
            pages=self._seen(self.keys, "keys"),
            turns=self._seen(self.turns, "turns"),
            metrics=self.metrics,
            parts=self.parts,
        )

    def _seen(self, real: object, port: str) -> Any:
        return Journaled(real, port, self.journal)

    def configure(self, **changes: Any) -> None:
        settings = replace(self.tools.settings, **changes)
        self.tools = replace(self.tools, settings=settings)

    def deliver(self, event: object, **how: Any) -> None:
        receive_note(note(event, **how), self.tools)

    def look(self, attempt: int = 1) -> None:
        """Carry out the oldest of the looks that were ordered, when it is due."""
        case_id, looks, seconds = self.looks.ordered.pop(0)
        self.wait(timedelta(seconds=seconds))
        receive_message(ordered(case_id, looks, attempt), self.tools)

    def sweep(self) -> ReprieveError | None:
        """Let the sweep run; give the error after which Lambda tries again."""
        try:
            sweep(self.now.isoformat(), REGION, self.tools)
        except ReprieveError as error:
            return error
        return None

    def open(self, name: str, state: KeyState, **changes: Any) -> Case:
        """Let a key get into trouble and be alerted on."""
        self.keys.put(KEY, state)
        self.deliver(record(name, **changes))
        return self.case()

    def press(self, pressed: Pressed, attempt: int = 1) -> ReprieveError | None:
        """Hand over a press once; give the error after which the queue tries again."""
        try:
            receive_message(pressed.record(attempt), self.tools)
        except ReprieveError as error:
            return error
        return None

    def press_until_done(self, pressed: Pressed, attempts: int = 5) -> int:
        """Hand over a press as SQS does, until it is done or given up."""
        for attempt in range(1, attempts + 1):
            if self.press(pressed, attempt) is None:
                return attempt
        return attempts + 1

    def wait(self, span: timedelta) -> datetime:
        self.now += span
        return self.now

    def case(self, which: int = -1) -> Case:
        """Give the case of a message, by default of the newest one."""
        posted = list(self.chat.messages.values())[which]
        case = self.tools.cases.get(posted.case_id)
        assert case
        return case

    @property
    def message(self) -> Posted:
        """Give the only message."""
        assert len(self.chat.messages) == 1
        return next(iter(self.chat.messages.values()))

    @property
    def answers(self) -> list[str]:
        """Give what only the pressers were told."""
        return [text for _, text in (*self.chat.responses, *self.chat.whispers)]

    def state(self, arn: str = KEY) -> KeyState:
        return self.keys.states[arn]


def value_of(case: Case, version: int | None = None) -> str:
    """Give what a button of the case carries."""
    return f"{case.id}:{case.version if version is None else version}"
