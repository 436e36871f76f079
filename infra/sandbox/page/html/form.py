"""A modal as an HTML form: blocks, inputs with their errors below, two buttons."""

from markupsafe import Markup

from infra.sandbox.page.html.blocks import blocks_html, joined
from infra.sandbox.page.html.buttons import attributes
from infra.sandbox.page.html.choices import choices_html, is_choice
from infra.sandbox.page.html.text import Names, plain_html, text_html
from infra.sandbox.slack.records import OpenView
from infra.sandbox.slack.shapes import JsonObject

# The local Slack checks what is typed, in Slack's words: the browser must not.
_FORM = Markup(
    '<form class="view" id="{}" aria-labelledby="{}-title" novalidate>'
    '<h2 id="{}-title">{}</h2>{}{}<div class="ways">{}</div></form>'
)
_WAYS = {
    "close": Markup('<button type="button" class="button" data-close>{}</button>'),
    "submit": Markup('<button type="submit" class="button primary">{}</button>'),
}


def form_html(opened: OpenView, names: Names) -> Markup:
    """Draw a view that keeps the grammar of the local Slack."""
    view, name = opened.view, opened.id
    parts = (
        _input(block, f"{name}-{place}", opened, names)
        if block["type"] == "input"
        else blocks_html([block], names)
        for place, block in enumerate(view["blocks"])
    )
    trouble = _error(opened.trouble, f"{name}-trouble")
    title = text_html(view["title"], names)
    return _FORM.format(
        name, name, name, title, joined(parts), trouble, _ways(view, names)
    )


def _ways(view: JsonObject, names: Names) -> Markup:
    return joined(
        shape.format(text_html(view[name], names))
        for name, shape in _WAYS.items()
        if name in view
    )


def _input(block: JsonObject, name: str, opened: OpenView, names: Names) -> Markup:
    error = opened.errors.get(block["block_id"])
    below = {"hint": block.get("hint"), "error": error}
    described = " ".join(f"{name}-{each}" for each, text in below.items() if text)
    if is_choice(block["element"]):
        notes = (
            _hint(block.get("hint"), f"{name}-hint", names),
            _error(error, f"{name}-error"),
        )
        return choices_html(block, described or None, joined(notes), names)
    facts = {
        "id": name,
        "name": block["block_id"],
        "aria-required": None if block.get("optional") else "true",
        "aria-invalid": "true" if error else None,
        "aria-describedby": described or None,
    }
    return Markup('<div class="field">{}{}{}{}</div>').format(
        _label(block, name, names),
        _element(block["element"], facts, names),
        _hint(block.get("hint"), f"{name}-hint", names),
        _error(error, f"{name}-error"),
    )


def _label(block: JsonObject, name: str, names: Names) -> Markup:
    optional = " (optional)" if block.get("optional") else ""
    label = text_html(block["label"], names)
    return Markup('<label for="{}">{}{}</label>').format(name, label, optional)


def _element(element: JsonObject, facts: dict[str, str | None], names: Names) -> Markup:
    asked = element.get("placeholder")
    placeholder = text_html(asked, names).striptags() if asked else None
    given = {**facts, "placeholder": placeholder}
    typed = element.get("initial_value", "")
    if element.get("multiline"):
        # HTML drops the first line feed in a textarea.
        shape = Markup("<textarea rows=4{}>\n{}</textarea>")
        return shape.format(attributes(given), typed)
    # A field of type "number" would drop what is no number, which Slack tells of.
    digits = {"inputmode": "numeric"} if element["type"] == "number_input" else {}
    return Markup("<input{}>").format(
        attributes({**given, **digits, "type": "text", "value": typed})
    )


def _hint(text: JsonObject | None, name: str, names: Names) -> Markup:
    if not text:
        return Markup("")
    return Markup('<p class="hint" id="{}">{}</p>').format(name, text_html(text, names))


def _error(sentence: str | None, name: str) -> Markup:
    if not sentence:
        return Markup("")
    shape = Markup('<p class="error" id="{}" role="alert">{}</p>')
    return shape.format(name, plain_html(sentence))
