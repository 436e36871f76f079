"""Blocks as HTML, in the order and the form in which Slack shows them."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from infra.sandbox.page.html.buttons import button_html, element_html
from infra.sandbox.page.html.text import Names, text_html
from infra.sandbox.slack.shapes import JsonObject

Draw = Callable[[JsonObject, Names], Markup]


def blocks_html(blocks: Iterable[JsonObject], names: Names) -> Markup:
    """Draw blocks that keep the grammar of the local Slack."""
    return joined(DRAWN[block["type"]](block, names) for block in blocks)


def joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("").join(pieces)


def _header(block: JsonObject, names: Names) -> Markup:
    return Markup('<h3 class="header">{}</h3>').format(text_html(block["text"], names))


def _section(block: JsonObject, names: Names) -> Markup:
    text = block.get("text")
    said = (
        Markup('<div class="text">{}</div>').format(text_html(text, names))
        if text
        else ""
    )
    accessory = block.get("accessory")
    beside = button_html(accessory, block["block_id"], names) if accessory else ""
    fields = _fields(block.get("fields", []), names)
    return Markup('<div class="section">{}{}{}</div>').format(said, fields, beside)


def _fields(fields: list[JsonObject], names: Names) -> Markup:
    if not fields:
        return Markup("")
    drawn = (Markup("<li>{}</li>").format(text_html(it, names)) for it in fields)
    return Markup('<ul class="fields" role="list">{}</ul>').format(joined(drawn))


def _context(block: JsonObject, names: Names) -> Markup:
    drawn = (text_html(it, names) for it in block["elements"])
    lines = joined(Markup("<span>{}</span>").format(it) for it in drawn)
    return Markup('<div class="context">{}</div>').format(lines)


def _actions(block: JsonObject, names: Names) -> Markup:
    elements = (element_html(it, block["block_id"], names) for it in block["elements"])
    return Markup('<div class="actions">{}</div>').format(joined(elements))


def _divider(_block: JsonObject, _names: Names) -> Markup:
    return Markup("<hr>")


DRAWN: Mapping[str, Draw] = {
    "header": _header,
    "section": _section,
    "context": _context,
    "actions": _actions,
    "divider": _divider,
}
