"""What people fill in, by kind: what Slack's client checks, and what it sends."""

from collections.abc import Callable, Mapping

from infra.sandbox.slack import limits
from infra.sandbox.slack.shapes import JsonObject

# A text, the value of a radio button, or the values of ticked boxes.
Typed = str | tuple[str, ...] | None
REQUIRED = "Please complete this required field."


def first_of(element: JsonObject) -> Typed:
    """Give what stands in an element before anybody has changed it."""
    if element["type"] == "checkboxes":
        return tuple(it["value"] for it in element.get("initial_options", ()))
    if element["type"] == "radio_buttons":
        return str(element.get("initial_option", {}).get("value", ""))
    return str(element.get("initial_value", ""))


def state_of(element: JsonObject, typed: Typed) -> JsonObject:
    """Put it as the payload carries it; what is empty is null."""
    kind, options = element["type"], element.get("options", ())
    if kind == "checkboxes":
        ticked = [it for it in options if it["value"] in (typed or ())]
        return {"type": kind, "selected_options": ticked}
    if kind == "radio_buttons":
        chosen = next((it for it in options if it["value"] == typed), None)
        return {"type": kind, "selected_option": chosen}
    return {"type": kind, "value": typed or None}


def fault_of(element: JsonObject, typed: Typed) -> str:
    """Say what is wrong with what was filled in, where it is not empty."""
    check = _CHECKS.get(element["type"])
    return check(element, typed) if check and isinstance(typed, str) else ""


def _text(element: JsonObject, typed: str) -> str:
    least = element.get("min_length", 0)
    most = element.get("max_length", limits.INPUT_LENGTH)
    if len(typed) < least:
        return f"Please use at least {least} characters."
    if len(typed) > most:
        return f"Please use at most {most} characters."
    return ""


def _number(element: JsonObject, typed: str) -> str:
    if not _is_number(typed, decimal=element["is_decimal_allowed"]):
        return "Please enter a valid number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and float(typed) < float(least):
        return f"Please enter a number that is at least {least}."
    if most is not None and float(typed) > float(most):
        return f"Please enter a number that is at most {most}."
    return ""


def _is_number(typed: str, *, decimal: bool) -> bool:
    whole, _, rest = typed.strip().removeprefix("-").partition(".")
    return whole.isdecimal() and (not rest or (decimal and rest.isdecimal()))


_CHECKS: Mapping[str, Callable[[JsonObject, str], str]] = {
    "plain_text_input": _text,
    "number_input": _number,
}
