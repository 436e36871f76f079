"""Histories: people, KMS, SNS, SQS and the schedule act in any order, and all fails."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from chalice_app.domain.key import KeyState
from infra.sandbox.aws.key_states import decide
from infra.sandbox.aws.shapes import Refusal
from tests.fakes.news import record
from tests.fakes.places import KEY
from tests.prove import counts
from tests.prove.buttons import buttons
from tests.prove.drawn import (
    ACTS,
    HARMS,
    KEYS,
    LEADS_TO,
    OFTEN,
    SOMETIMES,
    STORM_KEYS,
    USERS,
    WHICH,
)
from tests.prove.faults import Fault
from tests.prove.moving_back import move_back
from tests.prove.passing import Passing
from tests.prove.promises import check
from tests.prove.promises_kept_now import the_exit_is_open


class History(Passing):
    def __init__(self) -> None:
        super().__init__()
        self.doubled = False
        self.events = 0

    @rule(act=ACTS, key=KEYS, lost=st.sampled_from([False] * 7 + [True]))
    def somebody_calls_kms(self, *, act: str, key: str, lost: bool) -> None:
        outside = self.outside
        outside.now += timedelta(seconds=2)
        state = outside.keys.states[key]
        refused = isinstance(
            decide(act, state=state.value, arn=key, origin="AWS_KMS"), Refusal
        )
        new = LEADS_TO[act]
        if new and not refused:
            outside.keys.put(key, new)
        answer: dict[str, Any] = (
            {"errorCode": "KMSInvalidStateException", "responseElements": None}
            if refused
            else {}
        )
        self.events += 1
        event = record(
            act, key=key, id=f"event-{self.events}", at=outside.now, **answer
        )
        outside.tell(
            f"somebody calls {act} on …{key[-5:]}: {event['detail']['eventID']}"
            f"{', refused' * refused}{', never recorded' * lost}"
        )
        outside.happens(event, lost=lost)

    @precondition(lambda self: STORM_KEYS[0] not in self.outside.keys.states)
    @rule(act=HARMS, told=st.integers(0, 6), killed=SOMETIMES)
    def many_keys_are_harmed(self, *, act: str, told: int, killed: bool) -> None:
        for key in STORM_KEYS:
            self.outside.keys.put(key, KeyState.ENABLED)
            self.somebody_calls_kms(act=act, key=key, lost=False)
        for _ in range(told):
            self.sns_delivers(which=-1, again=killed)

    @initialize(
        act=HARMS,
        so=OFTEN,
        dies=SOMETIMES,
        hidden=SOMETIMES,
    )
    def a_key_is_in_trouble(
        self, *, act: str, so: bool, dies: bool, hidden: bool
    ) -> None:
        """Begin with an alert in most histories, and in some with a lost one."""
        if not so:
            return
        self.somebody_calls_kms(act=act, key=KEY, lost=False)
        if dies:
            self.something_will_happen_at_slack(0, Fault.KILLED_AFTER_OK)
        self.sns_delivers(which=0, again=False)
        if dies and hidden:
            self.time_passes(50)
            self.the_channels_history_lags()
            self.sns_delivers(which=0, again=False)

    @precondition(lambda self: self.outside.under_way.news)
    @rule(which=WHICH, again=SOMETIMES)
    def sns_delivers(self, *, which: int, again: bool) -> None:
        self.outside.hand_over_news(which, again=again)

    @precondition(lambda self: self.outside.under_way.queue)
    @rule(which=WHICH, again=SOMETIMES)
    def sqs_delivers(self, *, which: int, again: bool) -> None:
        self.outside.hand_over_message(which, again=again)

    @precondition(lambda self: bool(buttons(self.outside.chat)))
    @rule(which=WHICH, old=SOMETIMES, user=USERS, twice=SOMETIMES)
    def somebody_presses(
        self, *, which: int, old: bool, user: str, twice: bool
    ) -> None:
        chat = self.outside.chat
        seen = buttons(chat, old=old) or buttons(chat)
        button, value, ts = seen[which % len(seen)]
        for _ in range(1 + twice):
            self.outside.press_button(button, value, ts, user)
        self.doubled |= twice

    @precondition(lambda self: bool(self.outside.under_way.presses_seen))
    @rule(act=HARMS, which=WHICH)
    def somebody_harms_a_key_before_its_press_comes_again(
        self, *, act: str, which: int
    ) -> None:
        seen = self.outside.under_way.presses_seen
        self.somebody_calls_kms(act=act, key=KEY, lost=False)
        self.sqs_delivers(which=seen[which % len(seen)], again=False)

    @precondition(lambda self: bool(self.outside.under_way.dead_presses))
    @rule()
    def somebody_moves_dead_presses_back(self) -> None:
        move_back(self.outside)

    def teardown(self) -> None:
        outside = self.outside
        counts.LAST_STORY[:] = [outside.story]
        outside.drain()
        move_back(outside)
        outside.drain()
        counts.count(self)
        check(outside)
        the_exit_is_open(outside)
