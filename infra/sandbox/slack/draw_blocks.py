"""Blocks as lines of a terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from infra.sandbox.slack.draw_text import draw_text, restyled
from infra.sandbox.slack.elements import first_of
from infra.sandbox.slack.layout import Line, Span, Style, line_breadth, visible, wrap
from infra.sandbox.slack.screen import Screen
from infra.sandbox.slack.shapes import JsonObject

GAP = 2
NARROW = 60
# Slack cuts a button's label near thirty characters.
SHOWN_OF_A_LABEL = 30
MARKS: Mapping[str, tuple[str, Style]] = {
    "primary": ("● ", Style.PRIMARY),
    "danger": ("▲ ", Style.DANGER),
}


def draw_blocks(blocks: Iterable[JsonObject], screen: Screen) -> Iterator[Line]:
    for block in blocks:
        draw = DRAWN.get(block.get("type", ""), _unknown)
        yield from draw(block, screen)


def _header(block: JsonObject, screen: Screen) -> list[Line]:
    spans = draw_text(block["text"], screen)
    return wrap(restyled(spans, Style.BOLD), screen.width)


def _section(block: JsonObject, screen: Screen) -> list[Line]:
    text = block.get("text")
    lines = wrap(draw_text(text, screen), screen.width) if text else []
    accessory = block.get("accessory")
    beside = _buttons([accessory], screen) if accessory else []
    return [*lines, *_fields(block.get("fields", []), screen), *beside]


def _fields(fields: list[JsonObject], screen: Screen) -> list[Line]:
    """Stand fields in two columns, or one under another where there is no room."""
    drawn = [draw_text(field, screen) for field in fields]
    if screen.width < NARROW:
        return [line for spans in drawn for line in wrap(spans, screen.width)]
    column = (screen.width - GAP) // 2
    cells = [wrap(spans, column) for spans in drawn]
    empty: list[Line] = []
    rows = zip_longest(cells[::2], cells[1::2], fillvalue=empty)
    return [line for left, right in rows for line in _side_by_side(left, right, column)]


def _side_by_side(left: list[Line], right: list[Line], column: int) -> Iterator[Line]:
    for one, other in zip_longest(left, right, fillvalue=()):
        pad = Span(" " * (column - line_breadth(one) + GAP))
        yield (*one, pad, *other) if other else one


def _actions(block: JsonObject, screen: Screen) -> list[Line]:
    return _buttons(block["elements"], screen)


def _buttons(elements: list[JsonObject], screen: Screen) -> list[Line]:
    """Put buttons in rows; a button is never cut in two."""
    rows: list[Line] = []
    for button in (_button(element, screen) for element in elements):
        longer = (*rows[-1], Span(" " * GAP), button) if rows else (button,)
        if rows and line_breadth(longer) <= screen.width:
            rows[-1] = longer
        else:
            rows.append((button,))
    return rows


def _button(element: JsonObject, screen: Screen) -> Span:
    if element["type"] == "static_select":
        label = "".join(it.text for it in draw_text(element["placeholder"], screen))
        return Span(f"[ {label} ▾ ]", Style.BUTTON)
    if element["type"] != "button":
        return _error(f"This element cannot be shown: {element['type']}")
    label = "".join(span.text for span in draw_text(element["text"], screen))
    if len(label) > SHOWN_OF_A_LABEL:
        label = f"{label[: SHOWN_OF_A_LABEL - 1]}…"
    mark, style = MARKS.get(element.get("style", ""), ("", Style.BUTTON))
    leads_out = " ↗" if "url" in element else ""
    return Span(f"{mark}[ {label} ]{leads_out}", style)


def _context(block: JsonObject, screen: Screen) -> list[Line]:
    drawn = [draw_text(element, screen) for element in block["elements"]]
    spans = [span for text in drawn for span in (*text, Span("  "))]
    return wrap(restyled(spans, Style.DIM), screen.width)


def _divider(_block: JsonObject, screen: Screen) -> list[Line]:
    return [(Span("─" * screen.width, Style.DIM),)]


def _input(block: JsonObject, screen: Screen) -> list[Line]:
    label = restyled(draw_text(block["label"], screen), Style.BOLD)
    optional = [Span(" (optional)", Style.DIM)] if block.get("optional") else []
    hint = [block["hint"]] if "hint" in block else []
    below = [line for text in hint for line in _context({"elements": [text]}, screen)]
    return [
        *wrap([*label, *optional], screen.width),
        *_field(block["element"], screen),
        *below,
    ]


def _field(element: JsonObject, screen: Screen) -> list[Line]:
    """Draw what is to be filled in, as it is at first."""
    if "options" not in element:
        return [(Span("[" + "_" * (screen.width - 2) + "]", Style.DIM),)]
    first = first_of(element)
    ticked = {first} if isinstance(first, str) else {*(first or ())}
    return [
        line
        for option in element["options"]
        for line in _option(option, screen, chosen=option["value"] in ticked)
    ]


def _option(option: JsonObject, screen: Screen, *, chosen: bool) -> list[Line]:
    about = [option["description"]] if "description" in option else []
    beside = [span for text in about for span in draw_text(text, screen)]
    spans = [
        Span("[x] " if chosen else "[ ] "),
        *draw_text(option["text"], screen),
        *([Span("  "), *restyled(beside, Style.DIM)] if beside else []),
    ]
    return wrap(spans, screen.width)


def _unknown(block: JsonObject, _screen: Screen) -> list[Line]:
    return [(_error(f"This block cannot be shown: {block.get('type')}"),)]


def _error(sentence: str) -> Span:
    return Span(visible(f"!! {sentence}"), Style.ERROR)


DRAWN: Mapping[str, Callable[[JsonObject, Screen], list[Line]]] = {
    "header": _header,
    "section": _section,
    "context": _context,
    "actions": _actions,
    "divider": _divider,
    "input": _input,
}
