"""The deployed inventory tells of what nobody has announced, and of old news once."""

from dataclasses import replace

import pytest

from infra.sandbox.evidence import log_lines
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.story import DYING
from tests.stories.behind import forgotten
from tests.stories.inventory_stories import inventory_finished, look_at_all_keys
from tests.stories.test_sweep_story import swept

MANY = 300
LINES = 1000
PATIENCE = 120.0
TITLE = WORDS.say("inventory.disabled.title", count="")


@pytest.fixture(scope="module")
def keys(scene: Scene) -> list[str]:
    """Give keys that were disabled before Reprieve has looked for the first time."""
    aws, kms = scene.world.aws, scene.world.aws.client("kms")
    made = [kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(MANY)]
    for key in made:
        aws.set_state(key, "Disabled")
    forgotten(scene, "SWEEP", "INVENTORY")
    forgotten(scene, "REPORT#disabled-1", "REPORT")
    look_at_all_keys(scene)
    inventory_finished(replace(scene, patience=PATIENCE))
    return made


def test_300_keys_that_were_disabled_long_ago_give_one_message(
    scene: Scene, keys: list[str]
) -> None:
    shown = [it.shown for it in scene.outside.channel().alerts(TITLE)]
    [found] = [it for it in shown if int(it.text.removeprefix(TITLE)) >= MANY]
    mails = [it["subject"] for it in scene.outside.mails()]

    count = int(found.text.removeprefix(TITLE))
    assert f"and {count - 20} more" in repr(found.blocks)
    assert mails.count(WORDS.say("inventory.disabled.subject", count=count)) == 1
    blocks = [repr(it.shown) for it in scene.outside.channel().alerts("Key disabled")]
    assert not [key for key in keys if any(key in it for it in blocks)]


def test_a_deletion_whose_event_was_lost_is_told_and_can_be_cancelled(
    scene: Scene, keys: list[str]
) -> None:
    patient = replace(scene, patience=PATIENCE)
    key = scene.key("alias/prod/unheard", "Data of a test")
    scene.world.aws.set_state(key.id, "PendingDeletion")
    assert key.id not in keys

    look_at_all_keys(scene)

    alert = patient.alert(key, "scheduled", *DYING)
    assert "No event has announced this" in repr(alert.shown.blocks)
    scene.world.slack.press(alert.ts, "rp.cancel_enable", confirm=True)
    scene.alert(key, "resolved")
    scene.key_is(key, "Enabled")
    swept(scene)
    scene.alert(key, "resolved")
    assert WORDS.say("alert.folded_text") not in repr(scene.outside.channel())


def test_the_log_tells_how_far_it_came(scene: Scene, keys: list[str]) -> None:
    lines = log_lines(scene.world.aws, most=LINES)

    ends = [it.partition(" finished: 1 pages, ")[2] for it in lines]
    counted = [int(it.partition(" keys")[0]) for it in ends if it]
    assert max(counted) >= len(keys)
