"""The world around the workers: who calls them, when, and how often."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from chalice_app.domain.key import KeyState
from chalice_app.domain.watched import WATCHED
from chalice_app.flows.from_queue import receive_message
from chalice_app.flows.open_case import receive_news
from tests.fakes.journal import Call
from tests.fakes.news import note
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.prove.deliveries import VISIBLE_AGAIN, News, Press
from tests.prove.promises_kept_now import demand, shown_by_now
from tests.prove.workers import Workers, asked_by

if TYPE_CHECKING:
    from tests.prove.orders import Drawing

OTHER_KEY = KEY.replace("3f6c", "4f6c")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OPENING = frozenset(name for name, row in WATCHED.items() if row.opens)


def nobody() -> None:
    """Do nothing: no third worker comes in between."""


class Outside(Workers):
    """A world that delivers by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.presses: list[Pressed] = []
        # What SQS hands to two workers, one in the middle of the other.
        self.twin: Drawing | None = None
        self.told_of: set[str] = set()  # events that SNS has and that open a case
        for arn in (KEY, OTHER_KEY):
            self.keys.put(arn, KeyState.ENABLED)
        self.sweeps()
        self._arrive()

    def happens(self, event: dict[str, Any], *, lost: bool) -> None:
        """Let CloudTrail record a call; some records never arrive."""
        event_id = event["detail"]["eventID"]
        if not lost:
            if event["detail"]["eventName"] in OPENING:
                self.told_of.add(event_id)
            self.under_way.news.append(News(event_id, note(event, at=self.now)))

    def hand_over_news(self, which: int, *, again: bool = False) -> None:
        news = self.under_way.news[which % len(self.under_way.news)]
        news.tries += 1
        self.redelivered += news.tries > 1
        self.tell(f"SNS delivers {news.event_id} to alerts (try {news.tries})")
        done = self.run(lambda: receive_news(news.note, self.tools))
        if done:
            shown_by_now(self, news.event_id)
        if news not in self.under_way.news:
            return  # a worker in between was faster
        if (done and not again) or news.given_up:
            self.under_way.news.remove(news)
            if not done:
                self.under_way.dead_events.add(news.event_id)
                self.tell(f"Lambda leaves {news.event_id} in the dead letters")

    def hand_over_message(self, which: int, *, again: bool = False) -> None:
        message = self.under_way.queue[which % len(self.under_way.queue)]
        self.now = max(self.now, message.visible_at)
        message.visible_at = self.now + VISIBLE_AGAIN
        record = message.record(self.now)
        self.redelivered += message.tries > 1
        self.tell(f"SQS hands {message} to actions (try {message.tries})")
        before = len(self.retries.asked)
        press = asked_by(message)
        done = self.run(lambda: receive_message(record, self.tools), press)
        for _, pause in self.retries.asked[before:]:
            message.visible_at = self.now + timedelta(seconds=pause)
        if message not in self.under_way.queue:
            return
        if (done and not again) or message.given_up:
            self.under_way.queue.remove(message)
            if not done and isinstance(message, Press):
                self.under_way.dead_presses[message.pressed.id] = message.pressed
                self.tell(f"SQS moves press {message.pressed.id} to the dead letters")

    def press_button(self, button: str, value: str, on: str | None, user: str) -> None:
        name = f"press-{len(self.presses) + 1}"
        pressed = Pressed(
            button=button, value=value, on=on, user=user, at=self.now, id=name
        )
        self.presses.append(pressed)
        self.under_way.queue.append(Press(pressed, self.now))
        self.tell(f"{user} presses {button} on {value} ({pressed.id})")

    def drain(self) -> None:
        """Let nothing fail any more, and everything that is under way arrive."""
        self.journal.armed = None
        self.keys.stale = self.keys.unsettled = 0
        self.chat.joined, self.chat.history = True, None
        self.tell("from now on nothing fails")
        for pause in (DAY, DAY, HOUR, HOUR):
            self._arrive()
            self.wait(pause)
            demand(self.sweeps(), "the sweep fails, and nothing else does")
        self._arrive()

    def _arrive(self) -> None:
        while self.under_way.news or self.under_way.queue or self.under_way.pages:
            self.wait(MINUTE)
            if self.under_way.pages:
                self.hand_over_page(0)
            if self.under_way.news:
                self.hand_over_news(0)
            if self.under_way.queue:
                self.hand_over_message(0)

    def case_of(self, call: Call) -> str:
        """Tell which case a call to Slack speaks of; of a private answer, none."""
        if str(call) == "chat.post":
            return str(call.given[1])
        if str(call) == "chat.respond":
            press = next(it for it in self.presses if it.url == call.given[0])
            return press.value.partition(":")[0]
        posted = self.chat.messages.get(call.given[0].ts)
        return posted.case_id if posted else ""

    def _meanwhile(self) -> None:
        """Let one run through in this one; SQS hides a message longer than it lives."""
        armed, self.journal.armed = self.journal.armed, None
        kept, self.journal.meanwhile = self.journal.meanwhile, nobody
        twin, self.twin = self.twin, None
        if twin in self.under_way.queue:
            twin.visible_at = self.now
            self.hand_over_message(self.under_way.queue.index(twin))
        elif self.under_way.news:
            self.hand_over_news(-1)
        elif due := [it for it in self.under_way.queue if it.visible_at <= self.now]:
            self.hand_over_message(self.under_way.queue.index(due[-1]))
        self.journal.armed, self.journal.meanwhile = armed, kept
