"""Somebody restores many keys of a storm in a history, and that may fail, too."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.prove.drawn import CHOICES, MOSTLY_ADA
from tests.prove.failing import Failing
from tests.prove.faults import Fault
from tests.prove.reviewing import Choice, lists, restore, reviews, stormy


class ManyKeys(Failing):
    @precondition(lambda self: stormy(self.outside))
    @rule(user=MOSTLY_ADA, other=MOSTLY_ADA, choice=CHOICES)
    def many_keys_are_reviewed(self, *, user: str, other: str, choice: Choice) -> None:
        """Press for the list, wait for it, and submit it, perhaps as somebody else."""
        outside = self.outside
        for drawing in outside.under_way.drawings[:1]:
            outside.hand_over_message(outside.under_way.queue.index(drawing))
        for button in reviews(outside)[:1]:
            outside.press_button(*button, user)
            outside.hand_over_message(-1)
        for name in lists(outside)[-1:]:
            restore(outside, name, choice, other)
            outside.hand_over_message(-1)

    @precondition(lambda self: self.outside.under_way.orders)
    @rule(
        after=st.integers(0, 60), fault=st.sampled_from(Fault), steps=st.integers(1, 6)
    )
    def a_restore_goes_on_while_something_fails(
        self, *, after: int, fault: Fault, steps: int
    ) -> None:
        under_way = self.outside.under_way
        for _ in range(steps):
            for order in under_way.orders[:1]:
                self.outside.journal.armed = (after, fault)
                self.outside.hand_over_message(under_way.queue.index(order))
