"""No text of a stranger is markup, in the message, in the thread or in an answer."""

import json

from chalice_app.domain.key import KeyState
from tests.fakes.news import note, record
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

HOSTILE = "<!channel> <@U0ADALOVE1> <https://evil.example|Cancel> & \u202e`*x*`"
SESSION = HOSTILE.partition(" <https")[0] + "\u202e`*x*`"
ACTOR = {
    "type": "AssumedRole",
    "arn": f"arn:aws:sts::111122223333:assumed-role/Admin/{SESSION}",
}


def said(world: World) -> str:
    everything = [(post.versions, post.lines) for post in world.chat.messages.values()]
    return json.dumps([everything, world.answers], ensure_ascii=False)


def check(world: World) -> None:
    text = said(world)
    for markup in ("<!channel>", "<https://evil.example", "\u202e"):
        assert markup not in text


def test_names_and_tools_of_an_event_are_text(world: World) -> None:
    world.open("DisableKey", KeyState.DISABLED, userIdentity=ACTOR, userAgent=HOSTILE)
    world.deliver(record("PutKeyPolicy", userIdentity=ACTOR))

    assert "&lt;!channel&gt;" in said(world)
    check(world)


def test_what_cannot_be_read_is_quoted_as_plain_text(world: World) -> None:
    world.deliver(note(HOSTILE)["Message"])

    (block,) = [
        it["text"]
        for it in world.message.versions[-1]["blocks"]
        if "channel" in str(it)
    ]
    assert block["type"] == "plain_text"
    assert "\u202e" not in block["text"]


def test_a_reason_is_plain_text(world: World) -> None:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    world.press(Pressed(button="rp.cancel", value=value_of(case), reason=HOSTILE))

    blocks = world.message.versions[-1]["blocks"]
    texts = [it["text"] for it in blocks if "!channel" in str(it)]
    assert [it["type"] for it in texts] == ["plain_text"]
    assert "!channel" not in str(world.message.lines) + str(world.answers)
