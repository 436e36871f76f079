"""What happens by itself in a history: time passes, and the sweep is due."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.prove.all_keys import AllKeys
from tests.prove.drawn import JUMPS, WAITS, WHICH
from tests.prove.faults import AT_SLACK, Fault
from tests.prove.jumping import jump


class Passing(AllKeys):
    @rule(seconds=WAITS)
    def time_passes(self, seconds: int) -> None:
        self.outside.wait(timedelta(seconds=seconds))
        self.outside.tell(f"{seconds} seconds pass")

    @rule(hours=JUMPS)
    def the_clock_jumps(self, hours: int) -> None:
        jump(self.outside, timedelta(hours=hours))

    @rule(hours=JUMPS, after=WHICH, fault=st.sampled_from(sorted(AT_SLACK)))
    def days_pass_and_the_sweep_meets(
        self, *, hours: int, after: int, fault: Fault
    ) -> None:
        jump(self.outside, timedelta(hours=hours))
        self.something_will_happen_at_slack(after, fault)
        self.outside.sweeps()

    @rule()
    def the_sweep_is_due(self) -> None:
        self.outside.sweeps()
