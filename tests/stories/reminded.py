"""Days pass over a dying key; what people are reminded of in Slack and by e-mail."""

import uuid
from datetime import timedelta

from infra.sandbox.scene import Key, Scene
from infra.sandbox.slack.records import Message
from infra.sandbox.story import DISABLED, DYING
from infra.sandbox.time_travel import travel


def dying(scene: Scene, name: str) -> tuple[Key, Message]:
    key = scene.key(name, "Data of a test")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=30)
    return key, scene.alert(key, "scheduled", *DYING)


def passes(scene: Scene, span: timedelta) -> None:
    assert travel(scene.world.aws, scene.world.slack, span).failed == ()


def reminders(scene: Scene, key: Key) -> list[str]:
    """Give how each message begins that was posted of a reminder, as it was first."""
    found = [it for it in scene.outside.channel().messages if is_reminder(it)]
    first = [it.versions[0].text for it in found if key.name in it.versions[0].text]
    return [it.partition(":")[0] for it in first]


def is_reminder(message: Message) -> bool:
    metadata = message.shown.metadata or {}
    return metadata.get("event_type") == "reprieve_reminder"


def mailed(scene: Scene, key: Key) -> list[str]:
    found = [it["subject"] for it in scene.outside.notices_about(key.name)]
    told = [it.partition(":")[0].removeprefix("[Reprieve] ") for it in found]
    return [it for it in told if it.endswith("left")]


def choice(scene: Scene, ts: str, act: str) -> str:
    """Give what an option of a message's menu carries."""
    [carried] = [
        option["value"]
        for block in scene.world.slack.message(ts).shown.blocks
        for element in block.get("elements", ())
        for option in element.get("options", ())
        if option["value"].endswith(f":{act}")
    ]
    return str(carried)


def sweep_reminds(scene: Scene) -> None:
    """Leave a key disabled for half a day."""
    key = scene.key(f"alias/prod/{uuid.uuid4()}", "Data")
    scene.outside.kms.disable_key(KeyId=key.id)
    scene.alert(key, "disabled", *DISABLED)
    passes(scene, timedelta(hours=12))
    scene.verify(
        "The mailbox has a reminder of it.",
        lambda: scene.outside.notices_about(key.name),
        lambda found: any("Disabled for more" in it["subject"] for it in found),
    )
