"""Whoever replaces the policy of a key in trouble is told of with what has changed."""

import json
from datetime import timedelta

from chalice_app.domain.key import KeyState
from chalice_app.errors import KmsSilentError
from tests.fakes.news import record, refused
from tests.fakes.places import KEY, NOON
from tests.fakes.world import World

LATER = NOON + timedelta(minutes=3)
ROOT = {"Sid": "Root", "Effect": "Allow"}
THEN = json.dumps({"Statement": [ROOT]})
NOW = json.dumps({"Statement": [{"Sid": "Nobody", "Effect": "Deny"}]})


def opened(world: World) -> None:
    world.keys.policies[KEY] = THEN
    world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    world.keys.policies[KEY] = NOW


def test_the_line_says_what_changed_and_where_the_older_policy_is(world: World) -> None:
    opened(world)

    world.deliver(record("PutKeyPolicy", at=LATER))

    (line,) = world.message.lines
    assert "removed: `Root`; added: `Nobody`; changed: none" in line
    assert f"`reprieve-dev-cases: CASE#{world.case().id} / BEFORE`" in line


def test_where_kms_is_silent_the_line_comes_and_says_so(world: World) -> None:
    opened(world)
    world.keys.on_look = [KmsSilentError("ThrottlingException")]

    world.deliver(record("PutKeyPolicy", at=LATER))

    assert "KMS did not show the new key policy" in world.message.lines[0]


def test_what_was_read_after_the_change_is_not_the_before(world: World) -> None:
    opened(world)

    world.deliver(record("PutKeyPolicy", at=NOON + timedelta(seconds=2)))

    assert "made already" in world.message.lines[0]


def test_what_aws_refused_has_changed_nothing(world: World) -> None:
    opened(world)

    world.deliver(refused("PutKeyPolicy", at=LATER))
    world.deliver(record("EnableKey", at=LATER))

    assert all("policy of" not in line for line in world.message.lines)
