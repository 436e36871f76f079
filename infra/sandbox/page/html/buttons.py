"""Buttons and menus as HTML: what a press sends, and what Slack asks before."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from infra.sandbox.page.html.text import Names, leads_out, text_html
from infra.sandbox.slack.layout import visible
from infra.sandbox.slack.mrkdwn import parse_text
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.tokens import spoken

_MENU = Markup(
    '<details class="menu"><summary class="button" data-focus="{}">{}</summary>'
    '<ul role="list">{}</ul></details>'
)
ASKED = ("title", "text", "confirm", "deny")


def button_html(button: JsonObject, block_id: str, names: Names) -> Markup:
    """Draw a button; one with an address is a link whose press Slack sends too."""
    address = button.get("url", "")
    leads = {"href": address, "title": address, "rel": "noreferrer", "target": "_blank"}
    tag, own = ("a", leads) if leads_out(address) else ("button", {"type": "button"})
    given = attributes(
        {
            "class": f"button {button.get('style', '')}".rstrip(),
            **own,
            "data-action-id": button["action_id"],
            "data-block-id": block_id,
            "data-confirm": _confirm(button.get("confirm")),
            "aria-label": button.get("accessibility_label"),
        }
    )
    label = text_html(button["text"], names)
    return Markup("<{}{}>{}</{}>").format(tag, given, label, tag)


def element_html(element: JsonObject, block_id: str, names: Names) -> Markup:
    """Draw a button, or a menu: a button that opens a list of choices."""
    if element["type"] == "button":
        return button_html(element, block_id, names)
    choices = (
        _choice(each, element["action_id"], block_id, names)
        for each in element["options"]
    )
    return _MENU.format(
        element["action_id"],
        text_html(element["placeholder"], names),
        Markup("").join(choices),
    )


def _choice(option: JsonObject, action: str, block_id: str, names: Names) -> Markup:
    given = attributes(
        {
            "class": "choice",
            "type": "button",
            "data-action-id": action,
            "data-block-id": block_id,
            "data-choice": option["value"],
        }
    )
    return Markup("<li><button{}>{}</button></li>").format(
        given, text_html(option["text"], names)
    )


def attributes(given: Mapping[str, str | None]) -> Markup:
    """Write the attributes that have a value, even an empty one."""
    return Markup("").join(
        Markup(' {}="{}"').format(name, value)
        for name, value in given.items()
        if value is not None
    )


def _confirm(asked: JsonObject | None) -> str | None:
    if asked is None:
        return None
    texts = {name: visible(spoken(parse_text(asked[name]))) for name in ASKED}
    return json.dumps({**texts, "style": asked.get("style", "primary")})
