"""Input transformers whose paths have an index, such as $.detail.resources[0].ARN: the emulator reads ""."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from ministack.services import eventbridge

from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.shapes import Json

_PART = re.compile(r"[^.\[\]$]+")


def install() -> None:
    eventbridge._apply_input_transformer = transformed


def transformed(transformer: Json, rule: Json, view: Any) -> str:  # noqa: ANN401
    event = view.event_with_detail()
    paths = transformer.get("InputPathsMap") or {}
    values = {name: value_at(event, path) for name, path in paths.items()}
    render: Callable[[str, Json], str] = eventbridge._render_input_template
    return render(transformer["InputTemplate"], {**values, **_reserved(rule, view)})


def value_at(event: Json, path: str) -> object:
    """The value, or an empty text where the event has none: what EventBridge writes then."""
    value: Any = event
    for part in _PART.findall(path):
        try:
            value = value[int(part) if isinstance(value, list) else part]
        except (KeyError, IndexError, TypeError, ValueError):
            return ""
    return value


def _reserved(rule: Json, view: Any) -> Json:  # noqa: ANN401
    return {
        "aws.events.event.json": view.event_with_detail(),
        "aws.events.event": view.envelope(),
        "aws.events.event.ingestion-time": iso(datetime.now(UTC)),
        "aws.events.rule-name": rule["Name"],
        "aws.events.rule-arn": rule["Arn"],
    }
