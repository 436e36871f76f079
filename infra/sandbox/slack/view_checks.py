"""A modal, refused as Slack refuses it or made ready to keep."""

import json
from collections.abc import Iterator

from infra.sandbox.slack import limits
from infra.sandbox.slack.block_checks import clashes
from infra.sandbox.slack.fill_in import filled_block
from infra.sandbox.slack.grammar import VIEW
from infra.sandbox.slack.refusal import SlackRefusalError, refused_for
from infra.sandbox.slack.rules import problem
from infra.sandbox.slack.shapes import JsonObject


def read_view(given: object) -> JsonObject:
    if not isinstance(given, dict):
        raise refused_for("invalid_arguments", [problem("must be an object", "/view")])
    if json_bytes(given) > limits.VIEW_BYTES:
        raise SlackRefusalError("view_too_large")
    found = list(VIEW.problems(given, "/view")) or list(_whole(given))
    if found:
        raise refused_for("invalid_arguments", found)
    return {**given, "blocks": [filled_block(block) for block in given["blocks"]]}


def json_bytes(value: object) -> int:
    text = json.dumps(value, ensure_ascii=False)
    return len(text.encode(errors="surrogatepass"))


def _whole(view: JsonObject) -> Iterator[str]:
    """Check what needs the whole view, once its parts are right."""
    yield from clashes(view["blocks"], "/view/blocks")
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    if inputs and "submit" not in view:
        yield problem("missing required field: submit", "/view")
    for block in inputs:
        element = block["element"]
        yield from _chosen_first(element)
        if element.get("min_length", 0) > element.get(
            "max_length", limits.INPUT_LENGTH
        ):
            yield problem("min_length must not exceed max_length", "/view/blocks")


def _chosen_first(element: JsonObject) -> Iterator[str]:
    """Slack compares whole options; their values have to differ, too."""
    options = element.get("options", [])
    first = [*element.get("initial_options", []), element.get("initial_option")]
    if any(it not in options for it in first if it is not None):
        yield problem("initial options must be among the options", "/view/blocks")
    if len({it["value"] for it in options}) < len(options):
        yield problem("the values of options must differ", "/view/blocks")
