"""The deployed sweep, as its schedule calls it."""

from typing import Any

from infra.sandbox.scene import Scene
from infra.sandbox.sweeping import SWEEP, call_sweep


def swept(scene: Scene, time: str | None = None) -> None:
    """Call the sweep with the event that EventBridge's schedule sends."""
    assert call_sweep(scene.world.aws, time)


def rules(scene: Scene) -> list[Any]:
    found = scene.world.aws.client("events").list_rules()["Rules"]
    return [it for it in found if it.get("ScheduleExpression")]


def test_it_is_scheduled_every_hour(scene: Scene) -> None:
    [rule] = [it for it in rules(scene) if SWEEP in it["Name"]]

    assert rule["ScheduleExpression"] == "rate(1 hour)"
    assert rule["State"] == "ENABLED"
