"""News that is damaged, foreign or delivered twice still reaches people, once."""

import json
import uuid

from infra.sandbox import letters
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Json
from infra.sandbox.channel_state import acts, header
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack.records import Message
from infra.sandbox.story import DISABLED, DYING

FOREIGN = "444455556666"


def publish(scene: Scene, message: str) -> None:
    """Publish on the news topic, as an administrator could."""
    topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:reprieve-{STAGE}-news"
    scene.world.aws.client("sns").publish(TopicArn=topic, Message=message)


def alerts_with(scene: Scene, text: str, count: int = 1) -> tuple[Message, ...]:
    return wait_for(
        lambda: scene.outside.channel().alerts(text),
        lambda found: len(found) >= count,
        PATIENCE,
    )


def schedule_event(scene: Scene, key: str, **changes: str) -> Json:
    """Give what EventBridge would deliver for the newest call about this key."""
    [record] = [
        one
        for one in scene.world.aws.trail()
        if one["eventName"] == "ScheduleKeyDeletion" and key in json.dumps(one)
    ]
    return {
        "id": str(uuid.uuid4()),
        "source": "aws.kms",
        "detail-type": "AWS API Call via CloudTrail",
        "account": ACCOUNT,
        "region": REGION,
        "time": record["eventTime"],
        "resources": [],
        "detail": record,
        **changes,
    }


def test_what_cannot_be_read_is_an_alert_that_quotes_it(scene: Scene) -> None:
    garbage = f"<!channel> not an event {uuid.uuid4()}"

    publish(scene, garbage)

    [alert] = alerts_with(scene, garbage.rsplit(" ", 1)[-1])
    assert header(alert) == WORDS.say("alert.unreadable.title")
    assert "<!channel>" not in alert.shown.text


def test_an_event_of_another_account_is_told_as_such_and_has_no_button(
    scene: Scene,
) -> None:
    key = scene.key("alias/prod/template", "Data of a test")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id)
    scene.alert(key, "scheduled", *DYING)
    other = str(uuid.uuid4())
    ours = schedule_event(scene, key.id)
    ours["detail"]["eventID"] = str(uuid.uuid4())

    publish(scene, json.dumps(ours).replace(key.id, other).replace(ACCOUNT, FOREIGN))

    [alert] = alerts_with(scene, other)
    assert WORDS.say("alert.not_ours") in repr(alert.shown.blocks)
    assert acts(alert) == ()


def test_a_user_whose_path_holds_quotes_makes_an_email_and_an_alert(
    scene: Scene,
) -> None:
    key = scene.key("alias/prod/quoted", "Data of a test")
    grace = scene.world.aws.user("grace", EVERYTHING, path='/a"b/')

    scene.world.aws.client("kms", grace).disable_key(KeyId=key.id)

    letters.news_came(scene, key, "disabled", "grace")
    alert = scene.alert(key, "disabled", *DISABLED)
    assert "grace" in repr(alert.shown.blocks)


def test_an_event_delivered_twice_is_one_message_and_one_line(scene: Scene) -> None:
    key = scene.key("alias/prod/twice", "Data of a test")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id)
    alert = scene.alert(key, "scheduled", *DYING)
    again = schedule_event(scene, key.id)
    later = scene.key("alias/prod/later", "Data of a test")

    scene.world.aws.emit(again)
    scene.world.aws.emit(again)
    scene.outside.kms.disable_key(KeyId=later.id)
    scene.alert(later, "disabled", *DISABLED)

    assert len(scene.outside.news_about(key.id)) == 3
    [message] = scene.outside.channel().alerts(key.id)
    assert message.ts == alert.ts
    assert scene.outside.channel().thread(alert.ts) == ()
