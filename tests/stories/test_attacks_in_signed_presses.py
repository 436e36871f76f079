"""Slack signs what a responder's client sends; what it says is still only a claim."""

import pytest

from chalice_app.views.slack_text import code
from infra.sandbox.channel_state import header
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.story import DYING
from tests.planted import REASON
from tests.stories.attacks import press_of_ada, signed
from tests.stories.trouble import (
    Trouble,
    assert_untouched,
    next_word_to,
    scheduled,
)


def value(text: str) -> JsonObject:
    return {"actions": [{"value": text}]}


UNKNOWN = "answer.unknown_alert"
CLAIMS: dict[str, JsonObject] = {
    "a case that was never opened": value("ffffffffff:1"),
    "a channel that is not ours": {"channel": {"id": "C0ELSEWHER"}},
    "a version that was never shown": {},
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_press_with_a_changed_claim_is_answered_and_does_nothing(
    claim: str, scene: Scene, dying: Trouble
) -> None:
    changes = CLAIMS[claim] or value(f"{case_of(dying)}:999")
    body = press_of_ada(scene, dying, changes)

    said = next_word_to(
        scene, dying, acme.ADA, lambda: scene.world.slack.send(*signed(body))
    )

    assert said == WORDS.say(UNKNOWN)
    assert_untouched(scene, dying)


def test_a_press_that_names_another_alert_saves_its_own_key_and_hides_nothing(
    scene: Scene, dying: Trouble
) -> None:
    other = scheduled(scene, "alias/prod/claimed")
    body = press_of_ada(scene, other, {"container": {"message_ts": dying.alert.ts}})

    next_word_to(scene, other, acme.ADA, lambda: scene.world.slack.send(*signed(body)))

    assert scene.outside.key_state(other.key.id) == "Enabled"
    shown = scene.alert(dying.key, "scheduled", *DYING)
    assert header(shown) == header(dying.alert)
    assert_untouched(scene, dying)


def test_a_request_that_is_sent_again_acts_once(scene: Scene) -> None:
    trouble = scheduled(scene, "alias/prod/replayed")
    request = signed(press_of_ada(scene, trouble))
    send = scene.world.slack.send
    next_word_to(scene, trouble, acme.ADA, lambda: send(*request))
    called = scene.outside.calls_by_reprieve(trouble.key.id)

    said = next_word_to(scene, trouble, acme.ADA, lambda: send(*request))

    assert called == ["CancelKeyDeletion", "EnableKey"]
    assert scene.outside.calls_by_reprieve(trouble.key.id) == called
    assert said == WORDS.say("answer.already", state=code("Enabled"))


def test_what_nobody_handles_is_refused(scene: Scene, dying: Trouble) -> None:
    strange = {"actions": [{"action_id": "rp.destroy", "value": REASON}]}

    answer = scene.world.slack.send(*signed(press_of_ada(scene, dying, strange)))

    assert answer.status == 404
    assert_untouched(scene, dying)


def case_of(trouble: Trouble) -> str:
    [actions] = [it for it in trouble.alert.shown.blocks if it["type"] == "actions"]
    return str(actions["elements"][0]["value"]).partition(":")[0]
