"""The waiting period ends before anybody acts."""

from infra.sandbox.channel_state import acts
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.pressing import asked_for_reason
from infra.sandbox.scene import WORDS
from infra.sandbox.slack import acme
from tests.stories.trouble import next_word_to, scene_in, scheduled
from tests.unmeasured_world import world


def test_a_deleted_key_is_shown_as_deleted_and_a_late_press_is_told_so() -> None:
    with world() as deployed:
        deployed.deploy()
        scene, slack = scene_in(deployed), deployed.slack
        trouble = scheduled(scene, "alias/prod/forgotten")
        view = asked_for_reason(slack, trouble.alert, acme.ADA)

        deployed.aws.advance(days=8)
        assert scene.outside.key_state(trouble.key.id) == "gone"
        alert = wait_for(
            lambda: scene.outside.channel().alerts(trouble.key.id)[-1],
            lambda found: WORDS.say("alert.deleted.body") in repr(found.shown.blocks),
            PATIENCE,
        )
        assert alert.ts == trouble.alert.ts
        assert WORDS.say("alert.deleted.body") in repr(alert.shown.blocks)
        assert acts(alert) == ()

        said = next_word_to(
            scene,
            trouble,
            acme.ADA,
            lambda: slack.submit(view.id, {"reason": {"text": "Still in use"}}),
        )
        assert said == WORDS.say("answer.too_late")
        assert scene.outside.calls_by_reprieve(trouble.key.id) == []
