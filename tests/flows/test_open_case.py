"""News of a key becomes one message, and every delivery drives it there."""

from datetime import timedelta

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.posting import POST_LASTS
from chalice_app.errors import BeingShownError, ChatRefusedError, ChatSilentError
from tests.fakes.news import note, record, refused
from tests.fakes.places import FOREIGN_KEY, KEY, NOON
from tests.fakes.world import World


def test_a_scheduled_deletion_is_told_with_its_date(world: World) -> None:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)

    shown = world.message.versions[-1]
    assert "Not before 1 Dec 2026 12:00 UTC" in shown["text"]
    assert "alias/payroll" in shown["text"]
    assert case.shown_version == case.version


def test_the_same_delivery_twice_leaves_one_message_and_no_line(world: World) -> None:
    world.keys.put(KEY, KeyState.DISABLED)
    event = record("DisableKey")

    world.deliver(event, message_id="same")
    world.deliver(event, message_id="same")
    world.deliver(event, message_id="another copy of the event")

    assert len(world.message.versions) == 1
    assert world.message.lines == []


def test_an_unwatched_event_is_not_even_recorded(world: World) -> None:
    world.deliver(record("CreateGrant"))

    assert world.journal.calls == []


@pytest.mark.parametrize("name", ["CancelKeyDeletion", "EnableKey", "PutKeyPolicy"])
def test_what_only_follows_a_case_opens_none(world: World, name: str) -> None:
    world.deliver(record(name))

    assert world.chat.messages == {}


def test_a_refused_attempt_offers_nothing_to_restore(world: World) -> None:
    world.keys.put(KEY, KeyState.ENABLED)

    world.deliver(refused("ScheduleKeyDeletion"))

    shown = str(world.message.versions[-1])
    assert "This attempt changed nothing" in shown
    assert not any(button in shown for button in ("rp.cancel", "rp.enable"))


def test_refused_attempts_of_one_hour_fold_into_one_message(world: World) -> None:
    world.keys.put(KEY, KeyState.ENABLED)
    world.deliver(refused("ScheduleKeyDeletion"))
    world.deliver(refused("DisableKey", at=NOON + timedelta(minutes=59)))

    assert world.case().tries == 2
    assert len(world.message.lines) == 1
    assert world.message.broadcasts == []

    world.deliver(refused("DisableKey", at=NOON + timedelta(hours=3)))

    assert len(world.chat.messages) == 2


def test_an_event_of_another_account_is_told_without_a_button(world: World) -> None:
    world.deliver(record("DisableKey", key=FOREIGN_KEY))

    shown = str(world.message.versions[-1])
    assert "another account" in shown
    assert "'value'" not in shown
    assert world.journal.named("keys.read") == []


@pytest.mark.parametrize("text", ["not JSON", '{"event": 1}', "[]", ""])
def test_what_cannot_be_read_is_an_alert_itself(world: World, text: str) -> None:
    delivered = note(text, message_id="unread")

    world.deliver(delivered["Message"], message_id="unread")
    world.deliver(delivered["Message"], message_id="unread")

    assert "could not read" in world.message.versions[-1]["text"]
    assert len(world.message.versions) == 1


def test_nobody_posts_while_a_post_is_under_way_and_then_they_look_first(
    world: World,
) -> None:
    world.keys.put(KEY, KeyState.DISABLED)
    event = record("DisableKey")
    world.chat.fails["post"] = [ChatSilentError("nobody knows")]
    with pytest.raises(ChatSilentError):
        world.deliver(event)

    with pytest.raises(BeingShownError):
        world.deliver(event)
    world.wait(POST_LASTS)
    world.deliver(event)

    assert len(world.message.versions) == 1
    assert len(world.journal.named("chat.found")) == 1


def test_what_slack_has_refused_is_posted_as_soon_as_it_can_be(world: World) -> None:
    """An operator invites the bot too late for the first delivery."""
    world.keys.put(KEY, KeyState.DISABLED)
    world.chat.joined = False
    with pytest.raises(ChatRefusedError):
        world.deliver(record("DisableKey"))
    world.chat.joined = True

    world.deliver(record("PutKeyPolicy", at=NOON + timedelta(seconds=9)))

    assert len(world.message.versions) == 1
    assert world.journal.named("chat.found") == []


def test_when_slack_limits_the_rate_a_look_is_ordered_for_when_it_may_post(
    world: World,
) -> None:
    world.keys.put(KEY, KeyState.DISABLED)
    world.chat.fails["post"] = [ChatSilentError("ratelimited", after=30)]

    with pytest.raises(ChatSilentError):
        world.deliver(record("DisableKey"))

    assert [seconds for _, _, seconds in world.looks.ordered] == [30]
    world.look()
    assert len(world.message.versions) == 1
    assert world.looks.ordered == []
