"""The deployed inventory tells of what nobody has announced, and of old news once."""

from collections.abc import Iterator

import pytest

from infra.sandbox.evidence import log_lines
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack.records import Message
from infra.sandbox.story import DYING
from infra.sandbox.world import world
from tests.stories.inventory_stories import look_at_all_keys
from tests.stories.test_sweep_story import swept
from tests.stories.trouble import scene_in

MANY = 300
LINES = 1000
SAID = "None of them has an alert"


@pytest.fixture(scope="module")
def old() -> Iterator[Scene]:
    """Give an account whose keys were disabled before Reprieve came."""
    with world() as deployed:
        kms = deployed.aws.client("kms")
        for _ in range(MANY):
            key = kms.create_key(Description="Old")["KeyMetadata"]["KeyId"]
            deployed.aws.set_state(key, "Disabled")
        deployed.deploy()
        scene = scene_in(deployed)
        swept(scene)
        yield scene


def test_300_keys_that_were_disabled_long_ago_give_one_message(old: Scene) -> None:
    old.verify(
        "The channel has one message about all of them, and none about each.",
        lambda: [it.shown.text for it in _about_disabled(old)],
        lambda found: found == [WORDS.say("inventory.disabled.title", count=MANY)],
    )
    old.verify(
        "The mailbox has one notice about all of them.",
        lambda: [it["subject"] for it in old.outside.mails() if SAID in it["body"]],
        lambda found: found == [WORDS.say("inventory.disabled.subject", count=MANY)],
    )
    [shown] = _about_disabled(old)
    assert "and 280 more" in repr(shown.shown.blocks)


def _about_disabled(scene: Scene) -> list[Message]:
    return [
        it for it in scene.outside.channel().alerts() if "disabled" in it.shown.text
    ]


def test_a_deletion_whose_event_was_lost_is_told_and_can_be_cancelled(
    old: Scene,
) -> None:
    key = old.key("alias/prod/unheard", "Data of a test")
    old.world.aws.set_state(key.id, "PendingDeletion")

    look_at_all_keys(old)

    alert = old.alert(key, "scheduled", *DYING)
    assert "No event has announced this" in repr(alert.shown.blocks)
    old.world.slack.press(alert.ts, "rp.cancel_enable", confirm=True)
    old.alert(key, "resolved")
    old.key_is(key, "Enabled")
    swept(old)
    old.alert(key, "resolved")


def test_the_log_tells_how_far_it_came(old: Scene) -> None:
    old.verify(
        "The log has the end of the first inventory.",
        lambda: log_lines(old.world.aws, most=LINES),
        lambda found: any(f"1 is finished: 1 pages, {MANY} keys" in it for it in found),
    )
