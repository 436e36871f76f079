"""A key in trouble with its alert, and how long one waits for what follows."""

from collections.abc import Callable
from dataclasses import dataclass

from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import PATIENCE, Outside, wait_for
from infra.sandbox.scene import Key, Scene
from infra.sandbox.slack.records import Message
from infra.sandbox.story import DYING
from infra.sandbox.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    key: Key
    alert: Message


def scene_in(deployed: World) -> Scene:
    return Scene(
        world=deployed, outside=Outside(deployed), narrator=Narrator(lambda _line: None)
    )


def scheduled(scene: Scene, name: str) -> Trouble:
    """Schedule the deletion of a new key as its administrator; wait for the alert."""
    key = scene.key(name, "Data of a test")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=7)
    return Trouble(key=key, alert=scene.alert(key, "scheduled", *DYING))


def said_to(scene: Scene, trouble: Trouble, user: str) -> list[str]:
    """Give what one person was told about it: alone, or by name in the thread."""
    channel = scene.outside.channel()
    aloud = [
        line.shown.text.removeprefix(f"<@{user}>: ")
        for line in channel.thread(trouble.alert.ts)
        if line.shown.text.startswith(f"<@{user}>: ")
    ]
    return [*channel.answers_to(user), *aloud]


def next_word_to(
    scene: Scene, trouble: Trouble, user: str, act: Callable[[], object]
) -> str:
    """Act, and give the one answer that follows."""
    before = said_to(scene, trouble, user)
    act()
    said = wait_for(
        lambda: said_to(scene, trouble, user),
        lambda found: len(found) > len(before),
        PATIENCE,
    )
    [answer] = [word for word in said if word not in before] or said[len(before) :]
    return answer


def assert_untouched(scene: Scene, trouble: Trouble) -> None:
    assert scene.outside.key_state(trouble.key.id) == "PendingDeletion"
    assert scene.outside.calls_by_reprieve(trouble.key.id) == []
