"""A day begins, and `inventory` takes the pages out of its queue."""

from datetime import timedelta

from chalice_app.flows.inventory import receive_turn
from tests.fakes.presses import turn_of
from tests.fakes.world import World


def read_pages(world: World, most: int = 99) -> int:
    """Read the pages that were ordered; give how many it were."""
    for number in range(most):
        if not world.turns.ordered:
            return number
        receive_turn(turn_of(world.turns.ordered.pop(0)), world.tools)
    return most


def take_inventory(world: World) -> None:
    """Let a day begin, all pages be read, and the looks that they order."""
    world.wait(timedelta(days=1))
    assert world.sweep() is None
    read_pages(world)
    while world.looks.ordered:
        world.look()
