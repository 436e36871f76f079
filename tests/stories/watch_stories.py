"""The shortest stories of the sweep's look at Reprieve itself."""

import uuid
from datetime import UTC, datetime, timedelta

from infra.sandbox.scene import WORDS, Scene
from tests.stories.behind import item
from tests.stories.test_sweep_story import swept


def sweep_watches(scene: Scene) -> None:
    """Let the sweep look at everything: what it could not see, it would remember."""
    swept(scene)
    assert '"doubts": {}' in item(scene, "WATCH", "WATCH")


def sweep_mails(scene: Scene) -> None:
    """Disable a rule: the e-mail goes out before Slack is asked."""
    events, before = scene.world.aws.client("events"), mailed(scene)
    [rule] = [
        it["Name"] for it in events.list_rules()["Rules"] if "-Drill-" in it["Name"]
    ]
    events.disable_rule(Name=rule)
    try:
        swept(scene, some_hour())
        assert mailed(scene) == before + 1
    finally:
        events.enable_rule(Name=rule)
    swept(scene, some_hour())


def mailed(scene: Scene) -> int:
    subject = WORDS.say("watch.mail.subject")
    return sum(it["subject"] == subject for it in scene.outside.mails())


def some_hour() -> str:
    """Give a time that no other sweep has had."""
    hours = timedelta(hours=uuid.uuid4().int % 100_000)
    return (datetime(2027, 1, 1, tzinfo=UTC) + hours).isoformat()
