"""What a review shows to who has it open."""

from typing import Any

from tests.fakes.reviews import dialog
from tests.fakes.storms import digest_of
from tests.fakes.world import World


def listed(world: World) -> list[str]:
    """Give the cases whose keys the modal shows now."""
    return [
        option["value"]
        for block in blocks(world)
        for option in block.get("element", {}).get("options", ())
        if block["block_id"].startswith("keys")
    ]


def ticked(world: World) -> set[str]:
    return {
        option["value"]
        for block in blocks(world)
        for option in block.get("element", {}).get("initial_options", ())
    }


def blocks(world: World) -> list[Any]:
    found: list[Any] = world.dialogs.shown(dialog())["blocks"]
    return found


def turns(world: World) -> list[str]:
    """Give the labels of the buttons that turn pages."""
    return [
        element["text"]["text"]
        for block in blocks(world)
        for element in block.get("elements", ())
    ]


def buttons(world: World) -> list[str]:
    place = digest_of(world).place
    assert place
    shown = world.chat.messages[place.ts].versions[-1]
    rows = [it for it in shown["blocks"] if it["type"] == "actions"]
    return [each["action_id"] for row in rows for each in row["elements"]]
