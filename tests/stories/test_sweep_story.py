"""The deployed sweep tells of what nobody has announced, as its schedule calls it."""

from typing import Any

from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.story import DYING
from infra.sandbox.sweeping import call_sweep


def swept(scene: Scene) -> None:
    """Call the sweep with the event that EventBridge's schedule sends."""
    assert call_sweep(scene.world.aws)


def rules(scene: Scene) -> list[Any]:
    found = scene.world.aws.client("events").list_rules()["Rules"]
    return [it for it in found if it.get("ScheduleExpression")]


def test_it_is_scheduled_every_hour(scene: Scene) -> None:
    [rule] = rules(scene)

    assert rule["ScheduleExpression"] == "rate(1 hour)"
    assert rule["State"] == "ENABLED"


def test_a_deletion_whose_event_was_lost_is_told_and_can_be_cancelled(
    scene: Scene,
) -> None:
    key = scene.key("alias/prod/unheard", "Data of a test")
    scene.world.aws.set_state(key.id, "PendingDeletion")

    swept(scene)

    alert = scene.alert(key, "scheduled", *DYING)
    assert "No event has announced this" in repr(alert.shown.blocks)
    scene.world.slack.press(alert.ts, "rp.cancel_enable", confirm=True)
    scene.alert(key, "resolved")
    scene.key_is(key, "Enabled")
    swept(scene)
    scene.alert(key, "resolved")
    assert WORDS.say("alert.folded_text") not in repr(scene.outside.channel())
