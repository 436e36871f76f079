"""What an inventory found beside keys in trouble is told once, in Slack and by mail."""

import pytest

from chalice_app.adapters.table_write import put
from chalice_app.domain.key import KeyState
from chalice_app.errors import ChatRefusedError, TryAgainError
from chalice_app.flows.inventory import receive_turn
from tests.fakes.pages import read_pages, take_inventory
from tests.fakes.places import KEY
from tests.fakes.presses import turn_of
from tests.fakes.world import World

KEYS = [KEY[:-3] + f"{number:03}" for number in range(300)]


def put_all(world: World, arns: list[str], state: KeyState) -> None:
    for arn in arns:
        world.keys.put(arn, state)


@pytest.fixture
def old(world: World) -> World:
    put_all(world, KEYS, KeyState.DISABLED)
    world.keys.page_size = 100
    return world


def test_300_keys_that_were_disabled_long_ago_give_one_message(old: World) -> None:
    for _ in range(3):
        take_inventory(old)

    shown = str(old.message.versions)
    assert old.message.kind == "report"
    assert "Keys that are disabled already: 300" in shown
    assert shown.count("`alias/payroll`") == 20
    assert "and 280 more" in shown
    [(subject, body)] = old.notices.sent
    assert subject == "[Reprieve] Keys that are disabled already: 300"
    assert "and 280 more" in body
    assert "of 300 in account 111122223333" in body


def test_a_dying_key_has_an_alert_at_the_first_start_too(old: World) -> None:
    old.keys.put(KEYS[7], KeyState.PENDING_DELETION)

    take_inventory(old)

    assert [it.kind for it in old.chat.messages.values()].count("case") == 1
    assert "Keys that are disabled already: 299" in str(old.chat.messages)


def test_an_installation_that_knows_its_keys_is_told_nothing_again(
    world: World,
) -> None:
    put_all(world, KEYS[:4], KeyState.DISABLED)
    known = [it.rpartition("/")[2] for it in KEYS[:3]]
    world.table.write(put({"pk": "SWEEP", "sk": "DISABLED", "keys": known}))

    take_inventory(world)
    take_inventory(world)

    assert world.message.kind == "case"
    assert world.case().subject.arn == KEYS[3]


def test_a_message_that_slack_did_not_take_comes_later(old: World) -> None:
    old.chat.joined = False
    old.sweep()
    with pytest.raises(ChatRefusedError):
        read_pages(old)
    old.chat.joined = True

    take_inventory(old)

    assert "Keys that are disabled already: 300" in str(old.message.versions)
    assert len(old.notices.sent) == 1


@pytest.mark.parametrize("at", range(12))
def test_a_worker_that_dies_leaves_one_message(world: World, at: int) -> None:
    put_all(world, KEYS[:2], KeyState.DISABLED)
    world.keys.page_size = 100
    world.sweep()
    [order] = world.turns.ordered
    with world.journal.killing(at):
        receive_turn(turn_of(order), world.tools)
    take_inventory(world)
    take_inventory(world)

    assert world.message.kind == "report"
    assert len(world.notices.sent) in {1, 2}


def test_keys_that_may_not_be_read_are_told_when_they_grow(world: World) -> None:
    put_all(world, KEYS[:5], KeyState.ENABLED)
    told = []
    for hidden in (0, 2, 2, 3, 1, 2):
        world.keys.hidden = set(KEYS[:hidden])
        take_inventory(world)
        told.append(len(world.chat.messages))

    assert told == [0, 1, 1, 2, 2, 3]
    first, *_ = world.chat.messages.values()
    assert "Keys that Reprieve may not read: 2" in str(first.versions)
    assert "not checked" in str(first.versions)
    assert len(world.notices.sent) == 3


def test_the_e_mail_that_could_not_be_sent_comes_later(world: World) -> None:
    put_all(world, KEYS[:1], KeyState.ENABLED)
    world.keys.hidden = set(KEYS[:1])
    world.notices.fails = [TryAgainError("notices: ReadTimeoutError")]
    world.sweep()
    [order] = world.turns.ordered

    with pytest.raises(TryAgainError):
        read_pages(world)
    receive_turn(turn_of(order), world.tools)
    receive_turn(turn_of(order), world.tools)

    assert len(world.notices.sent) == len(world.chat.messages) == 1
