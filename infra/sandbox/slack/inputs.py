"""What Slack's client checks in a modal before it sends anything."""

from collections.abc import Mapping

from infra.sandbox.slack import limits
from infra.sandbox.slack.shapes import JsonObject

Values = Mapping[str, Mapping[str, str | None]]


def input_blocks(view: JsonObject) -> list[JsonObject]:
    return [block for block in view["blocks"] if block["type"] == "input"]


def input_errors(view: JsonObject, values: Values) -> dict[str, str]:
    """Give each block that is filled in wrongly the sentence shown under it."""
    checked = {
        block["block_id"]: _error(block, _typed(block, values))
        for block in input_blocks(view)
    }
    return {name: sentence for name, sentence in checked.items() if sentence}


def _error(block: JsonObject, typed: str) -> str:
    element = block["element"]
    least = element.get("min_length", 0)
    most = element.get("max_length", limits.INPUT_LENGTH)
    if not typed:
        optional = block.get("optional", False)
        return "" if optional else "Please complete this required field."
    if len(typed) < least:
        return f"Please use at least {least} characters."
    if len(typed) > most:
        return f"Please use at most {most} characters."
    return ""


def _typed(block: JsonObject, values: Values) -> str:
    element = block["element"]
    given = values.get(block["block_id"], {})
    if element["action_id"] in given:
        return given[element["action_id"]] or ""
    return str(element.get("initial_value", ""))


def state_values(view: JsonObject, values: Values) -> JsonObject:
    """Put the values as the payload carries them; an empty field is null."""
    return {
        block["block_id"]: {
            block["element"]["action_id"]: {
                "type": block["element"]["type"],
                "value": _typed(block, values) or None,
            }
        }
        for block in input_blocks(view)
    }
