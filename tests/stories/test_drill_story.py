"""An operator sends a drill, people press in it, and no key and no case is touched."""

import json

import pytest

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.channel_state import acts
from infra.sandbox.faults.switches import Switches
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from infra.sandbox.story import DYING
from tests.stories.behind import item
from tests.stories.drilling import (
    calls_of_kms,
    drill,
    drill_mails,
    drill_message,
    put,
    running,
)
from tests.stories.test_sweep_story import swept

ALERT = ["eventbridge", "sns", "alerts", "slack"]
HOPS = [*ALERT, "pressed", "queue", "actions", "done"]


def test_every_hop_answers_and_says_when(scene: Scene) -> None:
    before = calls_of_kms(scene)

    code, told = drill(scene)

    assert (code, told["silent"], told["look"]) == (0, None, None)
    assert [it["hop"] for it in told["hops"]] == ALERT
    assert all(it["at"] for it in told["hops"])
    assert all(it["at_most_seconds"] >= 0 for it in told["hops"][1:])
    message = drill_message(scene, told["drill"])
    assert message.shown.text.startswith("Drill. No key is in danger.")
    assert acts(message) == ("rp.drill",)
    [mail] = drill_mails(scene, told["drill"])
    assert (mail["news"], mail["Drill"]) == ("drill", told["drill"])
    assert mail["What it means"].startswith("No key is in danger.")
    assert calls_of_kms(scene) == before


def test_a_press_goes_the_whole_way_and_ends_before_kms(scene: Scene) -> None:
    before = calls_of_kms(scene)
    with running(scene, "--press", "--timeout", "60") as process:
        assert process.stdout
        sent = process.stdout.readline()
        message = drill_message(scene, sent.split()[1])
        scene.world.slack.press(message.ts, "rp.drill", user=acme.EVE)
        people = ", ".join(f"<@{each}>" for each in scene.world.responders)
        scene.answered(acme.EVE, WORDS.say("standing.not_listed", responders=people))
        scene.world.slack.press(message.ts, "rp.drill", user=acme.BO)
        told, errors = process.communicate(timeout=120)

    assert (process.returncode, errors) == (0, "")
    assert "Press taken" in told
    assert "E-mail: not checked," in told
    scene.answered(acme.BO, WORDS.say("answer.drill"))
    shown = drill_message(scene, sent.split()[1]).shown
    assert f"<@{acme.BO}> pressed" in repr(shown.blocks)
    assert calls_of_kms(scene) == before


def test_a_drill_is_no_case_and_no_sweep_looks_at_it(scene: Scene) -> None:
    [sent] = put(scene, {"stage": STAGE})
    assert drill_message(scene, sent)

    swept(scene)

    assert item(scene, f"CASE#{sent}", "HEAD") == ""
    kept = item(scene, f"DRILL#{sent}", "DRILL")
    assert "expires_at" in kept
    assert "due_shard" not in kept
    assert len(drill_message(scene, sent).versions) == 1


def test_whoever_may_put_events_can_only_make_drills(scene: Scene) -> None:
    """Write a record of KMS into the detail of drills, of this and another stage."""
    key = scene.key("alias/prod/of-nobody", "Data of a test")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=7)
    alert = scene.alert(key, "scheduled", *DYING)
    [record] = [
        it
        for it in scene.world.aws.trail()
        if it["eventName"] == "ScheduleKeyDeletion" and key.id in json.dumps(it)
    ]
    forged = {**record, "eventName": "CancelKeyDeletion", "eventID": "forged"}

    taken, left = put(scene, *({**forged, "stage": it} for it in (STAGE, "prod")))

    assert acts(drill_message(scene, taken)) == ("rp.drill",)
    assert scene.outside.channel().thread(alert.ts) == ()
    scene.alert(key, "scheduled", *DYING)
    assert scene.outside.channel().alerts(left) == ()
    assert drill_mails(scene, left) == []


@pytest.mark.parametrize(
    ("where", "operation", "kind", "silent"),
    [
        ("sns", "Deliver", "gone", "alerts"),
        ("slack", "chat.postMessage", "status", "slack"),
    ],
)
def test_a_hop_that_does_not_answer_is_named(
    scene: Scene, where: str, operation: str, kind: str, silent: str
) -> None:
    world = scene.world
    switches = Switches(world.slack.url if where == "slack" else world.aws.endpoint)
    switches.set(where, operation, kind, times=None)
    try:
        code, told = drill(scene, "--timeout", "3")
    finally:
        switches.clear()

    assert (code, told["silent"]) == (1, silent)
    assert f"python -m chalice_app doctor --stage {STAGE}" in told["look"]
