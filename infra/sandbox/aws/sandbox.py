"""What the sandbox's AWS remembers beside the emulator, and how the two are joined."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ministack import app

from infra.sandbox.aws import (
    bridge,
    dates,
    durability,
    event_history,
    foreign_buses,
    fresh_workers,
    function_roles,
    iam_rules,
    in_its_name,
    input_paths,
    kms_guard,
    log_format,
    mailbox,
    measured,
    metric_math,
    rest_api,
    rule_targets,
    service_trail,
    stack_resources,
    subscribers,
    transport,
    twin_mappings,
    unpacked_once,
    waiting,
)
from infra.sandbox.aws.alarms import Alarms
from infra.sandbox.aws.clock import Clock
from infra.sandbox.aws.event_history import Lookups
from infra.sandbox.aws.events import Events
from infra.sandbox.aws.invocations import Invocations
from infra.sandbox.aws.mailbox import Mailbox
from infra.sandbox.aws.schedules import Schedules
from infra.sandbox.aws.service_policies import Denied
from infra.sandbox.aws.used import Used

_MENDS = (
    foreign_buses,
    fresh_workers,
    function_roles,
    iam_rules,
    input_paths,
    log_format,
    measured,
    metric_math,
    stack_resources,
    transport,
    twin_mappings,
    unpacked_once,
)
_GATES = (rest_api, rule_targets, subscribers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    clock: Clock
    mailbox: Mailbox
    alarms: Alarms
    schedules: Schedules
    events: Events = field(default_factory=Events)
    denied: Denied = field(default_factory=Denied)
    used: Used = field(default_factory=Used)
    lookups: Lookups = field(default_factory=Lookups)
    invocations: Invocations = field(default_factory=Invocations)
    settle: Callable[[], None] = lambda: None

    async def reset(self) -> None:
        async with app._get_reset_lock():
            app._reset_all_state()
        self.clock.reset()
        self.alarms.watched_since.clear()
        self.schedules.beaten.clear()
        self.mailbox.mails.clear()
        self.events.trail.clear()
        self.events.pending.clear()
        self.events.services = self.events.trailed = False
        self.invocations.waiting.clear()
        self.denied.sentences.clear()
        self.used.clear()
        self.lookups.calls.clear()


def _mended(denied: Denied) -> None:
    for mend in _MENDS:
        mend.install()
    for gate in _GATES:
        gate.install(denied)
    measured.count_errors_of_apis()


def assembled() -> Sandbox:
    """Mend the emulator and join it to our own memory; once in a process."""
    clock = Clock()
    made = Sandbox(
        clock=clock,
        mailbox=Mailbox(clock),
        alarms=Alarms(clock),
        schedules=Schedules(clock, clock.epoch()),
    )
    dates.install(clock)
    kms_guard.install(clock)
    bridge.install(clock, made.events)
    service_trail.install(clock, made.events)
    event_history.install(clock, made.events, made.lookups)
    mailbox.install(made.mailbox)
    _mended(made.denied)
    made.alarms.install(made.denied)
    made.used.install()
    in_its_name.install(made.used)
    made.invocations.install()
    kept = durability.Kept(
        events=made.events, mailbox=made.mailbox, invocations=made.invocations
    )
    made = replace(made, settle=durability.install(kept))
    waiting.pass_by(clock, durability.slept())
    made.events.worker.submit(made.events.flush)
    made.invocations.resume()
    return made
