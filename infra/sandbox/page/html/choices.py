"""Checkboxes and radio buttons as HTML: a group that its label names."""

from markupsafe import Markup

from infra.sandbox.page.html.blocks import joined
from infra.sandbox.page.html.buttons import attributes
from infra.sandbox.page.html.text import Names, text_html
from infra.sandbox.slack.elements import first_of
from infra.sandbox.slack.shapes import JsonObject

_TYPES = {"checkboxes": "checkbox", "radio_buttons": "radio"}
_GROUP = Markup('<fieldset class="choices"{}><legend>{}</legend>{}{}</fieldset>')


def is_choice(element: JsonObject) -> bool:
    return element["type"] in _TYPES


def choices_html(
    block: JsonObject, described: str | None, below: Markup, names: Names
) -> Markup:
    """Draw a group; `below` are its hint and its error."""
    element = block["element"]
    first = first_of(element)
    ticked = {first} if isinstance(first, str) else {*(first or ())}
    options = joined(
        _option(block, option, names, chosen=option["value"] in ticked)
        for option in element["options"]
    )
    facts = attributes({"aria-describedby": described})
    return _GROUP.format(facts, text_html(block["label"], names), options, below)


def _option(
    block: JsonObject, option: JsonObject, names: Names, *, chosen: bool
) -> Markup:
    facts = {
        "type": _TYPES[block["element"]["type"]],
        "name": block["block_id"],
        "value": option["value"],
        "checked": "" if chosen else None,
    }
    about = option.get("description")
    beside = (
        Markup(' <span class="about">{}</span>').format(text_html(about, names))
        if about
        else ""
    )
    shape = Markup('<label class="choice"><input{}><span>{}{}</span></label>')
    return shape.format(attributes(facts), text_html(option["text"], names), beside)
