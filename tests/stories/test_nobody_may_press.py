"""Where it cannot be told who may press, nobody may."""

from dataclasses import replace

from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from tests.stories.trouble import (
    Trouble,
    assert_untouched,
    next_word_to,
    scene_in,
    scheduled,
)
from tests.unmeasured_world import world


def press_of_bo(scene: Scene, trouble: Trouble) -> str:
    slack = scene.world.slack
    return next_word_to(
        scene,
        trouble,
        acme.BO,
        lambda: slack.press(trouble.alert.ts, "rp.cancel_enable", user=acme.BO),
    )


def test_a_group_that_cannot_be_read_lets_nobody_in_until_it_can() -> None:
    blind = acme.SCOPES - {"usergroups:read"}
    with world(responders=acme.RESPONDERS, scopes=blind) as deployed:
        deployed.deploy()
        scene = scene_in(deployed)
        trouble = scheduled(scene, "alias/prod/grouped")

        assert press_of_bo(scene, trouble) == WORDS.say("standing.group_unreadable")
        assert_untouched(scene, trouble)

        grant(scene, acme.SCOPES)
        press_of_bo(scene, trouble)
        assert scene.outside.key_state(trouble.key.id) == "Enabled"


def grant(scene: Scene, scopes: frozenset[str]) -> None:
    store = scene.world.slack.store
    app = replace(store.workspace.app, scopes=scopes)
    store.workspace = replace(store.workspace, app=app)


def test_with_no_responder_configured_nobody_may_press_and_new_alerts_say_why() -> None:
    with world() as deployed:
        deployed.deploy()
        scene = scene_in(deployed)
        trouble = scheduled(scene, "alias/prod/before")
        deployed.configure(())
        deployed.deploy()

        assert press_of_bo(scene, trouble) == WORDS.say("standing.nobody_configured")
        assert_untouched(scene, trouble)

        key = scene.key("alias/prod/after", "Data of a test")
        scene.outside.kms.schedule_key_deletion(KeyId=key.id)
        alert = scene.alert(key, "scheduled")
        assert WORDS.say("alert.nobody") in repr(alert.shown.blocks)
