"""What Slack's client checks in a modal before it sends anything."""

from collections.abc import Mapping

from infra.sandbox.slack.elements import REQUIRED, Typed, fault_of, first_of, state_of
from infra.sandbox.slack.shapes import JsonObject

Values = Mapping[str, Mapping[str, Typed]]


def input_blocks(view: JsonObject) -> list[JsonObject]:
    return [block for block in view["blocks"] if block["type"] == "input"]


def input_errors(view: JsonObject, values: Values) -> dict[str, str]:
    """Give each block that is filled in wrongly the sentence shown under it."""
    checked = {
        block["block_id"]: _error(block, _typed(block, values))
        for block in input_blocks(view)
    }
    return {name: sentence for name, sentence in checked.items() if sentence}


def _error(block: JsonObject, typed: Typed) -> str:
    if typed:
        return fault_of(block["element"], typed)
    return "" if block.get("optional", False) else REQUIRED


def _typed(block: JsonObject, values: Values) -> Typed:
    element = block["element"]
    given = values.get(block["block_id"], {})
    if element["action_id"] in given:
        return given[element["action_id"]] or ""
    return first_of(element)


def state_values(view: JsonObject, values: Values) -> JsonObject:
    """Put the values as the payload carries them."""
    return {
        block["block_id"]: {
            block["element"]["action_id"]: state_of(
                block["element"], _typed(block, values)
            )
        }
        for block in input_blocks(view)
    }
