"""How a key is set up is kept once, after the alert, and never in its way."""

from datetime import timedelta

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.errors import KmsSilentError
from tests.fakes.news import record
from tests.fakes.pages import take_inventory
from tests.fakes.places import KEY
from tests.fakes.world import World

DISABLED, ENABLED = KeyState.DISABLED, KeyState.ENABLED
THEN, LATER = '{"Statement": "then"}', '{"Statement": "later"}'


def kept(world: World) -> str | None:
    before = world.tools.befores.kept(world.case().id)
    return before.policy if before else None


def test_the_alert_comes_first(world: World) -> None:
    world.open("DisableKey", DISABLED)

    names = world.journal.names()
    assert names.index("chat.post") < names.index("keys.look_around")


def test_what_was_read_first_stays(world: World) -> None:
    world.keys.policies[KEY] = THEN
    world.open("DisableKey", DISABLED)
    world.keys.policies[KEY] = LATER

    world.deliver(record("DisableKey"))
    world.sweep()

    assert kept(world) == THEN
    assert len(world.journal.named("keys.look_around")) == 1


def test_where_kms_is_silent_the_alert_is_done_and_the_sweep_asks_again(
    world: World,
) -> None:
    world.keys.on_look = [KmsSilentError("ThrottlingException")]
    world.open("DisableKey", DISABLED)
    assert kept(world) is None

    assert world.sweep() is None
    assert kept(world) is not None


def test_what_the_inventory_finds_is_remembered_too(world: World) -> None:
    world.keys.put(KEY, KeyState.PENDING_DELETION)
    take_inventory(world)
    assert kept(world) is not None


@pytest.mark.parametrize("account", ["444455556666"])
def test_a_key_of_another_account_is_not_asked_for(world: World, account: str) -> None:
    other = KEY.replace(KEY.split(":")[4], account)
    world.deliver(record("DisableKey", key=other))
    assert world.journal.named("keys.look_around") == []


def test_what_is_over_is_no_before(world: World) -> None:
    world.keys.on_look = [KmsSilentError("ThrottlingException")]
    world.open("DisableKey", DISABLED)
    world.keys.put(KEY, ENABLED)
    world.wait(timedelta(hours=1))

    world.sweep()

    assert kept(world) is None
