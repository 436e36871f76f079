"""One round of measuring: each function cold and warm, in each form of the bundle."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus

from infra.bench.bundles import BYTECODE, SOURCE
from infra.bench.events import press, queued_press, trouble
from infra.bench.functions import ACTIONS, ALERTS, BARE, SLACK, STOCK, SWEEP, Functions
from infra.bench.process import Answered, Json, Moment, running
from infra.bench.samples import Samples, between, together

# What is measured, as the tables call it.
BASE = "`import boto3` and one client"
LOADING, COLD, WARM = "loading", "cold", "warm"
FIRST_BYTE, ACK, PROOF = "event to Slack", "press to ack", "queue to proof in Slack"


class WrongAnswerError(Exception):
    """A function did not do what it was measured for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    functions: Functions
    samples: Samples

    def run(self) -> None:
        with running(self.functions.handler(BARE, SOURCE)) as bare:
            self.samples.add(BASE, SOURCE, between(bare.began, bare.loaded))
        for form in (SOURCE, BYTECODE):
            self._each_function(form)

    def _each_function(self, form: str) -> None:
        ground = self.functions.ground
        troubles = [trouble(ground) for _ in range(2)]
        news = (it.news for it in troubles)
        self._feed(ALERTS, form, FIRST_BYTE, news, self._first_byte)
        presses = [press(ground, it.key) for it in troubles]
        self._feed(STOCK, form, ACK, presses, _acknowledged)
        self._feed(SLACK, form, ACK, presses, _acknowledged)
        queued = [queued_press(ground) for _ in presses]
        self._feed(ACTIONS, form, PROOF, queued, self._proved)
        self._feed(SWEEP, form, "", (), _acknowledged)

    def _feed(
        self,
        name: str,
        form: str,
        what: str,
        events: Iterable[Json],
        until: Callable[[Answered], Moment],
    ) -> None:
        with running(self.functions.handler(name, form)) as door:
            loading = between(door.began, door.loaded)
            self.samples.add(f"{name}: {LOADING}", form, loading)
            for number, event in enumerate(events):
                self.functions.ground.forget_calls()
                told = door.send(event)
                took = between(told.start, until(told))
                cold = number == 0
                whole = together(loading, took) if cold else took
                which = COLD if cold else WARM
                self.samples.add(f"{name}: {what}, {which}", form, whole)

    def _first_byte(self, told: Answered) -> Moment:
        """Give when Slack was called; the work is counted to the handler's end."""
        at = self.functions.ground.slack_calls.first("chat.postMessage")
        return Moment(at=at, cpu=told.end.cpu)

    def _proved(self, told: Answered) -> Moment:
        at = self.functions.ground.slack_calls.first("chat.update")
        return Moment(at=at, cpu=told.end.cpu)


def _acknowledged(told: Answered) -> Moment:
    if told.answer["statusCode"] != HTTPStatus.OK:
        raise WrongAnswerError(str(told.answer))
    return told.end
