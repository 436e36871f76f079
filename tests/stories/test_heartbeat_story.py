"""Heartbeats go the way of alerts, and people are told when they stop and come back."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.evidence import log_lines
from infra.sandbox.faults.switches import Switches
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene
from tests.stories.drilling import calls_of_kms, put

SILENCE, FIVE_MINUTES = 16 * 60, 301
# A worker that fails ends, and each of the three tries then starts a new one.
THREE_STARTS = 3 * PATIENCE


def settled(scene: Scene) -> None:
    """Wait until each event has been handled, or given up."""
    look = scene.world.aws.under_way
    found = wait_for(lambda: look()["asynchronous"], lambda it: it == 0, THREE_STARTS)
    assert found == 0


def passing(scene: Scene, seconds: float) -> None:
    """Let time pass as it does: a heartbeat that was due comes in it."""
    scene.world.aws.wait(seconds)
    settled(scene)


def told(scene: Scene, alarm: str) -> list[str]:
    """Give the states that an alarm has mailed."""
    settled(scene)
    name = f"reprieve-{STAGE}-{alarm}"
    bodies = [mail["body"] for mail in scene.outside.mails()]
    found = [json.loads(it) for it in bodies if it.startswith('{"AlarmName"')]
    return [it["NewStateValue"] for it in found if it["AlarmName"] == name]


def latencies(scene: Scene) -> list[Any]:
    lines = [line.partition(": ")[2] for line in log_lines(scene.world.aws, 10_000)]
    measured = [json.loads(it) for it in lines if '"HeartbeatLatency"' in it]
    return [it["HeartbeatLatency"] for it in measured]


@contextmanager
def stopped(scene: Scene) -> Iterator[None]:
    """Switch the schedule off for a while, as somebody may who wants silence."""
    events = scene.world.aws.client("events")
    rules = events.list_rules()["Rules"]
    [name] = [it["Name"] for it in rules if "Heartbeat" in it["Name"]]
    events.disable_rule(Name=name)
    try:
        yield
    finally:
        events.enable_rule(Name=name)


def test_a_heartbeat_is_measured_and_reaches_nobody(scene: Scene) -> None:
    settled(scene)
    before = latencies(scene), len(scene.outside.channel().messages)
    mails, calls = len(scene.outside.mails()), calls_of_kms(scene)

    [beaten] = scene.world.aws.beat("Heartbeat")
    settled(scene)

    assert "Heartbeat" in beaten
    assert len(latencies(scene)) == len(before[0]) + 1
    assert all(it >= 0 for it in latencies(scene))
    assert len(scene.outside.channel().messages) == before[1]
    bodies = [mail["body"] for mail in scene.outside.mails()[mails:]]
    assert not any('"news": "heartbeat"' in body for body in bodies)
    assert calls_of_kms(scene) == calls


def test_heartbeats_that_stop_are_told_once_and_so_is_their_return(
    scene: Scene,
) -> None:
    passing(scene, SILENCE)
    before = told(scene, "heartbeat")
    assert before[-1:] != ["ALARM"]

    with stopped(scene):
        passing(scene, SILENCE)
        assert told(scene, "heartbeat") == [*before, "ALARM"]
        passing(scene, SILENCE)
        assert scene.world.aws.beat("Heartbeat") == []
        assert told(scene, "heartbeat") == [*before, "ALARM"]
    scene.world.aws.beat("Heartbeat")

    assert told(scene, "heartbeat") == [*before, "ALARM", "OK"]


def test_an_alerts_that_may_not_run_is_told_by_silence_and_by_throttles(
    scene: Scene,
) -> None:
    passing(scene, SILENCE)
    silence, failures = told(scene, "heartbeat"), told(scene, "failures")
    functions, name = scene.world.aws.client("lambda"), f"reprieve-{STAGE}-alerts"

    functions.put_function_concurrency(
        FunctionName=name, ReservedConcurrentExecutions=0
    )
    passing(scene, SILENCE)
    rung = told(scene, "heartbeat"), told(scene, "failures")
    functions.delete_function_concurrency(FunctionName=name)
    scene.world.aws.beat("Heartbeat")

    assert rung == ([*silence, "ALARM"], [*failures, "ALARM"])
    assert told(scene, "heartbeat")[-1] == "OK"


def test_three_failures_in_five_minutes_are_told(scene: Scene) -> None:
    passing(scene, FIVE_MINUTES)
    before = told(scene, "failures")
    switches = Switches(scene.world.slack.url)
    switches.set("slack", "chat.postMessage", "status", times=None)
    try:
        put(scene, {"stage": STAGE})
        settled(scene)
    finally:
        switches.clear()

    assert told(scene, "failures") == [*before, "ALARM"]
    passing(scene, FIVE_MINUTES)
    assert told(scene, "failures") == [*before, "ALARM"]
