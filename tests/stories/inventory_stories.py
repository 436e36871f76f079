"""The shortest stories of the sweep's open cases and of the inventory's pages."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from infra.sandbox.aws.shapes import ACCOUNT
from infra.sandbox.faults.switches import Switches
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.story import DISABLED, DYING
from tests.stories.behind import forgotten, item, send
from tests.stories.short_stories import alert_comes, case_of, kept
from tests.stories.test_sweep_story import swept
from tests.stories.trouble import Trouble

_DAYS = count(1)
ADMINISTRATORS = {"AWS": f"arn:aws:iam::{ACCOUNT}:role/Administrator"}
HIDING = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": ADMINISTRATORS,
            "Action": "kms:*",
            "Resource": "*",
        }
    ],
}


def look_at_all_keys(scene: Scene) -> None:
    """Begin an inventory as an operator does who wants one now."""
    send(scene, json.dumps({"begin": "now"}), queue="inventory")


def inventory_finds(scene: Scene) -> Trouble:
    key = scene.key(f"alias/prod/{uuid.uuid4()}", "Data of a test")
    scene.world.aws.set_state(key.id, "PendingDeletion")
    look_at_all_keys(scene)
    return Trouble(key=key, alert=scene.alert(key, "scheduled", *DYING))


def inventory_keeps_the_before(scene: Scene) -> None:
    trouble = inventory_finds(scene)
    kept(scene, case_of(trouble), trouble.key.name)


def inventory_tells(scene: Scene) -> None:
    """Make one more key whose policy lets only its administrators in."""
    before = _reports(scene)
    scene.outside.kms.create_key(Description="Hidden", Policy=json.dumps(HIDING))
    look_at_all_keys(scene)
    scene.verify(
        "Slack and the mailbox tell how many keys Reprieve may not read.",
        lambda: _reports(scene),
        lambda found: found == tuple(it + 1 for it in before),
    )


def _reports(scene: Scene) -> tuple[int, int]:
    title = WORDS.say("inventory.hidden.title", count="")
    mails = [it for it in scene.outside.mails() if title in it["subject"]]
    return len(scene.outside.channel().alerts(title)), len(mails)


def sweep_sees(scene: Scene) -> None:
    """Rename a disabled key and schedule its deletion, and have no event tell of it."""
    kms, key = scene.outside.kms, scene.key(f"alias/prod/{uuid.uuid4()}", "Data")
    kms.disable_key(KeyId=key.id)
    scene.alert(key, "disabled", *DISABLED)
    renamed = replace(key, name=f"alias/prod/{uuid.uuid4()}")
    with _unheard(scene):
        kms.delete_alias(AliasName=key.name)
        kms.create_alias(AliasName=renamed.name, TargetKeyId=key.id)
        kms.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=7)
        swept(scene)
        alert = scene.alert(renamed, "scheduled", *DYING)
        scene.thread_says(alert, "AWS now has a date", "No event has announced this")


@contextmanager
def _unheard(scene: Scene) -> Iterator[None]:
    trail = Switches(scene.world.aws.endpoint)
    trail.set("trail", "*", "gone", times=None)
    try:
        yield
    finally:
        trail.clear()


def sweep_keeps_the_before(scene: Scene) -> None:
    """Lose what the alert has kept: the sweep keeps it anew."""
    trouble = alert_comes(scene)
    case = case_of(trouble)
    kept(scene, case, trouble.key.name)
    forgotten(scene, f"CASE#{case}", "BEFORE")
    swept(scene)
    kept(scene, case, trouble.key.name)


def sweep_begins_an_inventory(scene: Scene) -> None:
    """Let another day begin."""
    day = datetime.now(UTC) + timedelta(days=next(_DAYS))
    swept(scene, f"{day:%Y-%m-%dT%H:%M:%SZ}")
    inventory_finished(scene, f'"begun_at": "{day:%Y-%m-%d}')


def inventory_finished(scene: Scene, begun: str = "") -> None:
    scene.verify(
        "The last inventory is finished, and told.",
        lambda: item(scene, "SWEEP", "INVENTORY"),
        lambda found: begun in found and _finished(found),
    )


def _finished(item: str) -> bool:
    number = item.partition('"number": ')[2].partition(",")[0]
    done = f'"finished": {number},' in item and '"untold": null' in item
    return bool(number) and done
