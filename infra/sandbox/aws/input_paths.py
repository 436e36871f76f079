"""The input transformer as AWS has it: paths with an index, and nothing escaped."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from ministack.services import eventbridge

from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.shapes import Emulated, Json

_PART = re.compile(r"[^.\[\]$]+")


def install() -> None:
    eventbridge._apply_input_transformer = _transformed
    eventbridge._render_placeholder = partial(_filled, eventbridge._render_placeholder)


def _transformed(transformer: Json, rule: Json, view: Emulated) -> str:
    event = view.event_with_detail()
    paths = transformer.get("InputPathsMap") or {}
    values = {name: value_at(event, path) for name, path in paths.items()}
    values.update(_reserved(rule, view))
    template = transformer["InputTemplate"]
    return str(eventbridge._render_input_template(template, values))


def _filled(
    fill: Callable[..., str], name: str, token: str, values: Json, in_string: object
) -> str:
    # The emulator escapes a text; EventBridge puts it in quotes as it is.
    text = values.get(name)
    if in_string or not isinstance(text, str):
        return fill(name, token, values, in_string)
    return f'"{text}"'


def value_at(event: Json, path: str) -> object:
    # EventBridge writes an empty text for what the event does not have.
    value: Emulated = event
    for part in _PART.findall(path):
        try:
            value = value[int(part) if isinstance(value, list) else part]
        except (KeyError, IndexError, TypeError, ValueError):
            return ""
    return value


def _reserved(rule: Json, view: Emulated) -> Json:
    return {
        "aws.events.event.json": view.event_with_detail(),
        "aws.events.event": view.envelope(),
        "aws.events.event.ingestion-time": iso(datetime.now(UTC)),
        "aws.events.rule-name": rule["Name"],
        "aws.events.rule-arn": rule["Arn"],
    }
