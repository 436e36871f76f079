"""What fails in a history: calls, workers, KMS's memory, and the bot's membership."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.prove.deliveries import Press
from tests.prove.faults import AT_SLACK, Fault
from tests.prove.outside import Outside


class Failing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.outside = Outside()

    @rule(after=st.integers(0, 30), fault=st.sampled_from(Fault))
    def something_will_fail(self, after: int, fault: Fault) -> None:
        self.outside.journal.armed = (after, fault)

    @rule(after=st.integers(0, 2), fault=st.sampled_from(sorted(AT_SLACK)))
    def something_will_happen_at_slack(self, after: int, fault: Fault) -> None:
        self.outside.journal.armed = (after, fault)

    @rule(readings=st.integers(1, 4))
    def kms_tells_of_the_time_before(self, readings: int) -> None:
        self.outside.keys.stale = readings
        self.outside.tell(f"KMS will tell of the time before, {readings} times")

    @rule(calls=st.integers(1, 6))
    def kms_has_not_settled(self, calls: int) -> None:
        self.outside.keys.unsettled = calls

    @rule(member=st.booleans())
    def the_bot_is_put_out_or_invited(self, *, member: bool) -> None:
        self.outside.chat.joined = member
        deed = "is invited to" if member else "is put out of"
        self.outside.tell(f"the bot {deed} the channel")

    @rule()
    def the_channels_history_lags(self) -> None:
        """Hide what was posted last from the next worker."""
        chat = self.outside.chat
        chat.history = max(len(chat.messages) + len(chat.reminders) - 1, 0)

    @precondition(lambda self: any(map(_is_press, self.outside.under_way.queue)))
    @rule(after=st.integers(0, 12))
    def a_press_dies_at_every_delivery(self, after: int) -> None:
        queue = self.outside.under_way.queue
        press = next(filter(_is_press, queue))
        while press in queue:
            self.outside.journal.armed = (after, Fault.KILLED_BEFORE)
            self.outside.hand_over_message(queue.index(press))

    @precondition(lambda self: self.outside.under_way.drawings)
    @rule(after=st.integers(0, 12), killed=st.booleans())
    def a_storm_is_drawn_by_workers_that_die_or_meet(
        self, *, after: int, killed: bool
    ) -> None:
        outside = self.outside
        for _ in range(6):
            for drawing in outside.under_way.drawings[:1]:
                outside.twin = None if killed else drawing
                fault = Fault.KILLED_BEFORE if killed else Fault.OVERTAKEN
                outside.journal.armed = (after, fault)
                outside.hand_over_message(outside.under_way.queue.index(drawing))
        outside.twin = None


def _is_press(message: object) -> bool:
    return isinstance(message, Press)
