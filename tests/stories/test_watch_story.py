"""Somebody silences Reprieve in six ways, and it is told within one sweep, once."""

import json
from collections.abc import Iterator

import pytest

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.channel_state import header
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack.records import Message
from tests.infra.operator.doctor.visited import Visited, visited
from tests.stories.behind import emptied, left
from tests.stories.broken_parts import SIX, all_six, halted
from tests.stories.test_sweep_story import swept

BROKEN, WHOLE = (WORDS.say(f"watch.{it}.title") for it in ("broken", "whole"))
SILENCED = WORDS.say("change.silenced.title")
CALLED = (
    "DisableRule",
    "Unsubscribe",
    "DeleteFunction",
    "PutFunctionConcurrency 0",
    "StopLogging",
)


@pytest.fixture
def at(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visited]:
    """Be somebody who may do anything, in an account that records every service."""
    found = visited(scene.world)
    for name, value in found.environment.items():
        monkeypatch.setenv(name, value)
    scene.world.aws.record_services(on=True)
    yield found
    scene.world.aws.record_services(on=False)


def posted(scene: Scene, title: str) -> list[Message]:
    return [it for it in scene.outside.channel().alerts() if header(it) == title]


def notices(scene: Scene, name: str) -> list[str]:
    subject = WORDS.say(f"watch.mail.{name}")
    return [it["body"] for it in scene.outside.mails() if it["subject"] == subject]


def told_by_the_rule(scene: Scene) -> None:
    """See what got through: by the time that the topic closed, five had been heard."""
    # Around the full half hour there are two messages.
    blocks = wait_for(
        lambda: repr([it.shown.blocks for it in posted(scene, SILENCED)]),
        lambda found: "StopLogging" in found,
        PATIENCE,
    )
    assert [it for it in CALLED if f"`{it}`" not in blocks] == []
    mailed = [
        json.loads(it["body"]) for it in scene.outside.mails() if "{" in it["body"]
    ]
    assert "DisableRule" in {
        it["Action"] for it in mailed if it.get("news") == "watcher"
    }


def test_six_ways_to_silence_it_are_told_within_one_sweep_once(
    scene: Scene, at: Visited
) -> None:
    with all_six(at):
        swept(scene, "2026-11-24T13:00:00Z")
        [message] = posted(scene, BROKEN)
        [mail] = notices(scene, "subject")
        for said, _ in SIX:
            assert said in repr(message.shown.blocks)
            assert said in mail

        swept(scene, "2026-11-24T14:00:00Z")
        [again] = posted(scene, BROKEN)
        assert (again.ts, len(notices(scene, "subject"))) == (message.ts, 1)
        assert scene.outside.channel().thread(message.ts) == ()
        told_by_the_rule(scene)

    swept(scene, "2026-11-24T15:00:00Z")
    [healed] = posted(scene, WHOLE)
    assert (healed.ts, posted(scene, BROKEN)) == (message.ts, [])
    assert len(notices(scene, "whole")) == 1
    swept(scene, "2026-11-24T16:00:00Z")
    assert len(scene.outside.channel().thread(message.ts)) == 1
    # What has healed it was upkeep.
    assert [it for it in scene.outside.mails() if "PutTargets" in it["body"]] == []
    assert "PutTargets" in repr(scene.outside.channel().alerts())


def test_a_function_without_concurrency_leaves_its_events_in_the_dead_letters(
    scene: Scene, at: Visited
) -> None:
    emptied(scene)
    with halted(f"reprieve-{STAGE}-alerts")(at):
        key = scene.key("alias/prod/unheard-of", "Data of a test")
        scene.outside.kms.disable_key(KeyId=key.id)

        found = wait_for(lambda: left(scene), lambda it: key.id in it, PATIENCE)
        assert key.id in found
        assert scene.outside.channel().alerts(key.id) == ()
