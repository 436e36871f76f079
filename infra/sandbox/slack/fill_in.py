"""What Slack adds to blocks before it keeps them: ids and the defaults of texts."""

import secrets
from collections.abc import Mapping

from infra.sandbox.slack.shapes import JsonObject

DEFAULTS: Mapping[str, JsonObject] = {
    "plain_text": {"emoji": True},
    "mrkdwn": {"verbatim": False},
}
WITH_ACTION_ID = frozenset(
    {"button", "plain_text_input", "number_input", "checkboxes", "radio_buttons"}
    | {"static_select"}
)


def filled_block(block: JsonObject) -> JsonObject:
    return _with_defaults(_filled_object(block), {"block_id": new_id()})


def new_id() -> str:
    return secrets.token_urlsafe(5)


def _filled_object(value: JsonObject) -> JsonObject:
    kind = value.get("type", "")
    given = {name: _filled(item) for name, item in value.items()}
    added = {"action_id": new_id()} if kind in WITH_ACTION_ID else {}
    return _with_defaults(given, {**DEFAULTS.get(kind, {}), **added})


def _with_defaults(given: JsonObject, defaults: JsonObject) -> JsonObject:
    missing = {name: item for name, item in defaults.items() if name not in given}
    return {**given, **missing}


def _filled(value: object) -> object:
    if isinstance(value, dict):
        return _filled_object(value)
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value
