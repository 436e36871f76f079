"""Parsed text as spans: what a person reads, and what became markup."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from infra.sandbox.slack.dates import show_date
from infra.sandbox.slack.layout import Span, Style, visible
from infra.sandbox.slack.mrkdwn import parse_text
from infra.sandbox.slack.screen import Screen
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.tokens import Kind, Token

Draw = Callable[[Token, Screen], Iterator[Span]]


def draw_text(text: JsonObject, screen: Screen) -> list[Span]:
    """Draw a text object of Block Kit."""
    return draw_tokens(parse_text(text), screen)


def draw_tokens(tokens: Iterable[Token], screen: Screen) -> list[Span]:
    spans = [span for token in tokens for span in DRAWN[token.kind](token, screen)]
    return [Span(visible(span.text), span.style) for span in spans]


def restyled(spans: Iterable[Span], style: Style) -> list[Span]:
    """Style what has no style of its own."""
    return [span if span.style else replace(span, style=style) for span in spans]


def _as_read(style: Style) -> Draw:
    def draw(token: Token, _screen: Screen) -> Iterator[Span]:
        yield Span(token.text, style)

    return draw


def _wrapped(style: Style, fence: str = "") -> Draw:
    def draw(token: Token, screen: Screen) -> Iterator[Span]:
        yield from [Span(fence, style)] if fence else []
        yield from restyled(draw_tokens(token.inside, screen), style)
        yield from [Span(fence, style)] if fence else []

    return draw


def _named(token: Token, screen: Screen) -> Iterator[Span]:
    yield Span(screen.names.get(token.target, token.text), Style.MENTION)


def _special(token: Token, _screen: Screen) -> Iterator[Span]:
    """Tell a mention that notifies from text that only looks like one."""
    yield Span(f"{token.text} (notifies everybody)", Style.LOUD)


def _link(token: Token, _screen: Screen) -> Iterator[Span]:
    """Show where a link leads, as Slack does when the pointer rests on it."""
    yield Span(token.text, Style.LINK)
    if token.text != token.target:
        yield Span(f" ({token.target})", Style.DIM)


def _date(token: Token, screen: Screen) -> Iterator[Span]:
    yield Span(show_date(token.target, token.text, screen.zone, screen.now))


def _quote(token: Token, screen: Screen) -> Iterator[Span]:
    yield Span("▌ ", Style.DIM)
    yield from draw_tokens(token.inside, screen)


DRAWN: Mapping[Kind, Draw] = {
    Kind.TEXT: _as_read(Style.PLAIN),
    Kind.EMOJI: _as_read(Style.PLAIN),
    Kind.CODE: _wrapped(Style.CODE, "`"),
    Kind.PRE: _wrapped(Style.CODE, "```"),
    Kind.BOLD: _wrapped(Style.BOLD),
    Kind.ITALIC: _wrapped(Style.ITALIC),
    Kind.STRIKE: _wrapped(Style.STRIKE),
    Kind.QUOTE: _quote,
    Kind.LINK: _link,
    Kind.USER: _named,
    Kind.CHANNEL: _named,
    Kind.SUBTEAM: _named,
    Kind.SPECIAL: _special,
    Kind.DATE: _date,
}
