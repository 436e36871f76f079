"""Parsed text as HTML: what a person reads, and what became markup."""

import re
from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from infra.sandbox.slack.dates import read_date
from infra.sandbox.slack.layout import visible
from infra.sandbox.slack.mrkdwn import parse_text
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.tokens import Kind, Token

Names = Mapping[str, str]
Draw = Callable[[Token, Names], Markup]

LEADING_OUT = ("https://", "http://", "mailto:")
# Drawn by the style sheet: many a machine has no font for them.
CIRCLES: Mapping[str, str] = {
    "🔴": "red",
    "🟠": "orange",
    "🟡": "yellow",
    "🟢": "green",
    "🔵": "blue",
    "⚫": "black",
    "⚪": "white",
}


def text_html(text: JsonObject, names: Names) -> Markup:
    """Draw a text object of Block Kit."""
    return tokens_html(parse_text(text), names)


def tokens_html(tokens: Iterable[Token], names: Names) -> Markup:
    return Markup("").join(DRAWN[token.kind](token, names) for token in tokens)


def plain_html(text: str) -> Markup:
    """Draw text as it is; signs that hide or reorder it are spelled out."""
    pieces = re.split(f"([{''.join(CIRCLES)}])", visible(text))
    return Markup("").join(_circle(it) if it in CIRCLES else it for it in pieces)


def leads_out(address: str) -> bool:
    return address.startswith(LEADING_OUT)


def _circle(sign: str) -> Markup:
    return Markup('<span class="circle {}">{}</span>').format(CIRCLES[sign], sign)


def _as_read(token: Token, _names: Names) -> Markup:
    return plain_html(token.text)


def _wrapped(shape: Markup) -> Draw:
    def draw(token: Token, names: Names) -> Markup:
        return shape.format(tokens_html(token.inside, names))

    return draw


def _named(token: Token, names: Names) -> Markup:
    name = plain_html(names.get(token.target, token.text))
    return Markup('<span class="mention">{}</span>').format(name)


def _special(token: Token, _names: Names) -> Markup:
    """Tell a mention that notifies from text that only looks like one."""
    said = plain_html(token.text)
    return Markup('<span class="mention loud">{} (notifies everybody)</span>').format(
        said
    )


def _link(token: Token, _names: Names) -> Markup:
    if not leads_out(token.target):
        return plain_html(token.text)
    return Markup(
        '<a href="{}" title="{}" rel="noreferrer" target="_blank">{}</a>'
    ).format(token.target, token.target, plain_html(token.text))


def _date(token: Token, _names: Names) -> Markup:
    """Leave the zone to the reader's browser, as Slack does."""
    read = read_date(token.target)
    fallback = plain_html(token.text)
    if read is None:
        return fallback
    at, pattern = read
    return Markup(
        '<time datetime="{:%Y-%m-%dT%H:%M:%SZ}" data-format="{}">{}</time>'
    ).format(at, pattern, fallback)


DRAWN: Mapping[Kind, Draw] = {
    Kind.TEXT: _as_read,
    Kind.EMOJI: _as_read,
    Kind.CODE: _wrapped(Markup("<code>{}</code>")),
    Kind.PRE: _wrapped(Markup("<pre>{}</pre>")),
    Kind.BOLD: _wrapped(Markup("<strong>{}</strong>")),
    Kind.ITALIC: _wrapped(Markup("<em>{}</em>")),
    Kind.STRIKE: _wrapped(Markup("<s>{}</s>")),
    Kind.QUOTE: _wrapped(Markup("<blockquote>{}</blockquote>")),
    Kind.LINK: _link,
    Kind.USER: _named,
    Kind.CHANNEL: _named,
    Kind.SUBTEAM: _named,
    Kind.SPECIAL: _special,
    Kind.DATE: _date,
}
