"""The shortest stories that use each permission, each verified from outside."""

import json
import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest

from infra.sandbox.faults.switches import Switches
from infra.sandbox.letters import notice_came
from infra.sandbox.scene import Scene
from infra.sandbox.story import DISABLED, DYING
from tests.stories.behind import call, emptied, item, left, look_ordered, send, streams
from tests.stories.permissions import FUNCTIONS
from tests.stories.test_sweep_story import swept
from tests.stories.trouble import Trouble, scheduled

Story = Callable[[Scene], object]


def alert_comes(scene: Scene) -> Trouble:
    return scheduled(scene, f"alias/prod/{uuid.uuid4()}")


def before_is_kept(scene: Scene) -> None:
    trouble = alert_comes(scene)
    _kept(scene, case_of(trouble))


def sweep_keeps_the_before(scene: Scene) -> None:
    _kept(scene, case_of(sweep_finds(scene)))


def _kept(scene: Scene, case: str) -> None:
    scene.verify(
        "The table keeps the key's policy and grants of before.",
        lambda: item(scene, f"CASE#{case}", "BEFORE"),
        lambda found: "Statement" in found and "AccessDenied" not in found,
    )


def case_of(trouble: Trouble) -> str:
    metadata = trouble.alert.shown.metadata or {}
    return str(metadata["event_payload"]["case_id"])


def press_saves(scene: Scene) -> None:
    trouble = alert_comes(scene)
    scene.world.slack.press(trouble.alert.ts, "rp.cancel_enable")
    scene.key_is(trouble.key, "Enabled")
    scene.alert(trouble.key, "resolved")
    notice_came(scene, trouble.key, "cancel_and_enable")


def press_comes_again_soon(scene: Scene) -> None:
    trouble, slack = alert_comes(scene), Switches(scene.world.slack.url)
    slack.set("slack", "users.info", "status")
    scene.world.slack.press(trouble.alert.ts, "rp.cancel_enable")
    scene.alert(trouble.key, "resolved")


def alert_orders_a_look(scene: Scene) -> None:
    """Have Slack refuse once: a look is ordered for when it may be asked again."""
    Switches(scene.world.slack.url).set("slack", "chat.postMessage", "rate-limit")
    with look_ordered(scene):
        alert_comes(scene)


def press_learns_the_name(scene: Scene) -> None:
    """Rename a disabled key, and have no event tell of it, nor of what follows."""
    kms, key = scene.outside.kms, scene.key(f"alias/prod/{uuid.uuid4()}", "Data")
    kms.disable_key(KeyId=key.id)
    alert = scene.alert(key, "disabled", *DISABLED)
    renamed = replace(key, name=f"alias/prod/{uuid.uuid4()}")
    trail = Switches(scene.world.aws.endpoint)
    trail.set("trail", "*", "gone", times=None)
    try:
        kms.delete_alias(AliasName=key.name)
        kms.create_alias(AliasName=renamed.name, TargetKeyId=key.id)
        scene.world.slack.press(alert.ts, "rp.enable")
        scene.alert(renamed, "resolved")
    finally:
        trail.clear()


def look_orders_the_next(scene: Scene) -> None:
    """Have KMS tell of the time before, so that a look sees no end of the doubt."""
    trouble = alert_comes(scene)
    scene.world.aws.set_state(trouble.key.id, "Enabled")
    with look_ordered(scene):
        send(scene, json.dumps({"look": case_of(trouble), "looks": 3}))


def sweep_orders_a_look(scene: Scene) -> None:
    alert_comes(scene)
    slack = Switches(scene.world.slack.url)
    slack.set("slack", "chat.update", "rate-limit", times=None)
    try:
        with look_ordered(scene), pytest.raises(AssertionError):
            swept(scene)
    finally:
        slack.clear()


def sweep_finds(scene: Scene) -> Trouble:
    key = scene.key(f"alias/prod/{uuid.uuid4()}", "Data of a test")
    scene.world.aws.set_state(key.id, "PendingDeletion")
    swept(scene)
    return Trouble(key=key, alert=scene.alert(key, "scheduled", *DYING))


def logged(name: str) -> Story:
    def story(scene: Scene) -> None:
        before = streams(scene, name)
        call(scene, name, once=True)
        scene.verify(
            f"{FUNCTIONS[name]} has written to its log.",
            lambda: streams(scene, name),
            lambda found: found > before,
        )

    return story


def buried(name: str) -> Story:
    def story(scene: Scene) -> None:
        sign = str(uuid.uuid4())
        emptied(scene)
        call(scene, name, sign=sign)
        scene.verify(
            "The dead letters have what failed three times.",
            lambda: left(scene),
            lambda found: sign in found,
        )

    return story
