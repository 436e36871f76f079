"""Pieces of Block Kit, right in everything but what a test changes."""

import json
from typing import Any
from urllib.parse import urlencode

from infra.sandbox.slack import acme
from infra.sandbox.slack.arguments import ApiRequest
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.web_api import WRITING, call

Json = dict[str, Any]


def plain(text: str = "words") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "words") -> Json:
    return {"type": "mrkdwn", "text": text}


def section(**changes: object) -> Json:
    return {"type": "section", "text": mrkdwn(), **changes}


def confirm(**changes: object) -> Json:
    texts = {name: plain() for name in ("title", "text", "confirm", "deny")}
    return {**texts, **changes}


def button(**changes: object) -> Json:
    given = {"type": "button", "text": plain("Go"), "action_id": "rp.go", **changes}
    return {name: value for name, value in given.items() if value is not None}


def choice(text: str = "later", value: str = "v") -> Json:
    return {"text": plain(text), "value": value}


def menu(**changes: object) -> Json:
    return {
        "type": "static_select",
        "action_id": "rp.menu",
        "placeholder": plain("Choose"),
        "options": [choice()],
        **changes,
    }


def actions(*buttons: Json, **changes: object) -> Json:
    return {"type": "actions", "elements": list(buttons or [button()]), **changes}


def text_input(**changes: object) -> Json:
    return {"type": "plain_text_input", "action_id": "v", **changes}


def input_block(element: Json | None = None, **changes: object) -> Json:
    return {
        "type": "input",
        "block_id": "reason",
        "label": plain("Reason"),
        "element": element or text_input(),
        **changes,
    }


def option(**changes: object) -> Json:
    return {"text": plain("Key"), "value": "a", **changes}


def options(count: int) -> list[Json]:
    return [option(value=f"key-{number}") for number in range(count)]


def choosing(*given: Json, kind: str = "checkboxes", **changes: object) -> Json:
    """Make a block in which somebody ticks options."""
    element = {"type": kind, "action_id": "keys", "options": [*given], **changes}
    return input_block(element, block_id="keys", optional=True)


def modal(*blocks: Json, **changes: object) -> Json:
    return {
        "type": "modal",
        "callback_id": "rp.cancel",
        "private_metadata": "c:7f3c:4",
        "title": plain("Cancel deletion"),
        "submit": plain("Cancel deletion"),
        "close": plain("Go back"),
        "blocks": list(blocks or [input_block()]),
        **changes,
    }


def reason(text: str) -> dict[str, dict[str, str | None]]:
    """Fill in the field of the modal above."""
    return {"reason": {"v": text}}


def ask(store: Store, method: str, **arguments: object) -> Json:
    """Call a method without a socket: by JSON where it writes, else by a query."""
    writes = method in WRITING
    request = ApiRequest(
        method=method,
        authorization=f"Bearer {acme.REPRIEVE_APP.token}",
        query="" if writes else urlencode(arguments),
        content_type="application/json" if writes else "",
        body=json.dumps(arguments).encode() if writes else b"",
    )
    return call(store, request)


def post(store: Store, *blocks: Json, text: str = "news", **more: object) -> Json:
    said = {"channel": acme.CHANNEL, "text": text, "blocks": list(blocks), **more}
    return ask(store, "chat.postMessage", **said)


def open_view(store: Store, view: object) -> Json:
    trigger = store.new_trigger(acme.ADA)
    return ask(store, "views.open", trigger_id=trigger, view=view)
