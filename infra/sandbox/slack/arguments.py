"""The arguments of one API call, from a form, a query or a JSON body."""

import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject

TRUE = frozenset({"true", "1", "True"})


@dataclass(frozen=True, slots=True)
class Arguments:
    values: JsonObject

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, (dict, list)):
            raise SlackRefusalError("invalid_arguments")
        return str(value)

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")) in TRUE

    def number(self, name: str, default: int) -> int:
        text = self.text(name)
        if not text:
            return default
        if not text.isdecimal():
            raise SlackRefusalError("invalid_arguments")
        return int(text)

    def parsed(self, name: str, error: str) -> object:
        """Read JSON that a form carries as text, and a JSON body either way."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise SlackRefusalError(error) from None

    def moment(self, name: str, default: float) -> float:
        text = self.text(name)
        if not text:
            return default
        try:
            return float(text)
        except ValueError:
            raise SlackRefusalError(f"invalid_ts_{name}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRequest:
    method: str
    authorization: str = ""
    query: str = ""
    content_type: str = ""
    body: bytes = b""

    def arguments(self, *, takes_json: bool = True) -> Arguments:
        asked = dict(parse_qsl(self.query, keep_blank_values=True))
        body = self.body if takes_json or not self._is_json() else b""
        return Arguments({**asked, **_read_body(self.content_type, body)})

    def _is_json(self) -> bool:
        return self.content_type.startswith("application/json")


def _read_body(content_type: str, body: bytes) -> JsonObject:
    if not body:
        return {}
    if content_type.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    if content_type.startswith("application/json"):
        return _read_json(body)
    raise SlackRefusalError("invalid_post_type")


def _read_json(body: bytes) -> JsonObject:
    try:
        found = json.loads(body)
    except ValueError:
        raise SlackRefusalError("invalid_json") from None
    if not isinstance(found, dict):
        raise SlackRefusalError("json_not_object")
    return found
