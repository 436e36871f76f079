"""A report without a name that KMS gives, and one that was told before."""

from dataclasses import replace

from chalice_app.domain.inventory import Summary
from chalice_app.domain.key import KeyState
from chalice_app.flows.inventory import receive_turn
from tests.fakes.keys import Trouble
from tests.fakes.pages import read_pages
from tests.fakes.places import KEY
from tests.fakes.presses import turn_of
from tests.fakes.world import World

OTHER = KEY[:-1] + "2"


def test_where_kms_is_silent_a_key_is_called_by_its_id(world: World) -> None:
    world.keys.put(KEY, KeyState.DISABLED)
    world.keys.put(OTHER, KeyState.DISABLED)
    world.keys.page_size = 2
    world.sweep()
    world.keys.on_read = [None, None, Trouble.SILENT]

    read_pages(world)

    said = str(world.message.versions)
    assert min(KEY, OTHER).rpartition("/")[2] in said
    assert "`alias/payroll`" in said


def test_a_worker_that_dies_after_the_post_leaves_it_as_it_is(world: World) -> None:
    world.keys.put(KEY, KeyState.DISABLED)
    world.sweep()
    [order] = world.turns.ordered
    read_pages(world)
    told = world.tools.inventories.get()
    assert told
    summary = Summary(number=1, tally=told.tally)
    before = replace(told, untold=summary, revision=told.revision + 1)
    assert world.tools.inventories.put(before)

    receive_turn(turn_of(order), world.tools)

    assert len(world.message.versions) == len(world.notices.sent) == 1
