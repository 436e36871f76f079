"""A message, a thread or a channel as a person would read it, in a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from infra.sandbox.slack.draw_blocks import draw_blocks
from infra.sandbox.slack.draw_text import draw_tokens
from infra.sandbox.slack.layout import Line, Span, Style, paint, visible, wrap
from infra.sandbox.slack.mrkdwn import parse_mrkdwn
from infra.sandbox.slack.recollection import Recollection
from infra.sandbox.slack.records import Ephemeral, Message, OpenView
from infra.sandbox.slack.screen import Screen
from infra.sandbox.slack.shapes import JsonObject

INDENT = "    "


def render_message(message: Message, screen: Screen) -> str:
    shown = message.shown
    edited = " (edited)" if shown.edited else ""
    head = _head(message.user, message.ts, edited, screen)
    return _painted([head, *_content(shown.text, shown.blocks, screen)], screen)


def render_thread(message: Message, replies: Iterable[Message], screen: Screen) -> str:
    """Draw the message, and its replies indented below it."""
    inner = replace(screen, width=screen.width - len(INDENT))
    drawn = [_indented(render_message(reply, inner)) for reply in replies]
    return "\n".join([render_message(message, screen), *drawn])


def render_channel(slack: Recollection, channel: str, screen: Screen) -> str:
    """Draw every top-level message with its thread, the oldest first."""
    said = slack.messages(channel)
    return "\n\n".join(render_thread(one, slack.thread(one.ts), screen) for one in said)


def render_ephemeral(line: Ephemeral, screen: Screen) -> str:
    name = screen.names.get(line.user, line.user).removeprefix("@")
    note = (Span(f"only visible to {name}", Style.DIM),)
    return _painted([note, *_content(line.text, line.blocks, screen)], screen)


def render_view(opened: OpenView, screen: Screen) -> str:
    """Draw a modal: title, blocks, errors under it, and its two buttons."""
    view = opened.view
    title = (Span(visible(view["title"]["text"]), Style.BOLD),)
    problems = [*opened.errors.values(), *([opened.trouble] if opened.trouble else [])]
    errors = [(Span(f"!! {visible(text)}", Style.ERROR),) for text in problems]
    ways = [view[name]["text"] for name in ("close", "submit") if name in view]
    buttons = (Span("  ".join(f"[ {visible(way)} ]" for way in ways), Style.BUTTON),)
    return _painted(
        [title, *draw_blocks(view["blocks"], screen), *errors, buttons], screen
    )


def render_payload(payload: JsonObject, screen: Screen) -> str:
    """Draw what an app would post: its blocks, or its text where there are none."""
    content = _content(payload.get("text", ""), payload.get("blocks", ()), screen)
    return _painted(content, screen)


def _head(user: str, ts: str, edited: str, screen: Screen) -> Line:
    at = datetime.fromtimestamp(float(ts), UTC).astimezone(screen.zone)
    name = screen.names.get(user, user).removeprefix("@")
    return (
        Span(visible(name), Style.BOLD),
        Span(f"  {at:%d %b %H:%M:%S}{edited}", Style.DIM),
    )


def _content(text: str, blocks: Iterable[JsonObject], screen: Screen) -> Iterator[Line]:
    """Show blocks instead of the text, never beside it, as Slack does."""
    shown = tuple(blocks)
    if shown:
        yield from draw_blocks(shown, screen)
    else:
        yield from wrap(draw_tokens(parse_mrkdwn(text), screen), screen.width)


def _painted(lines: Iterable[Line], screen: Screen) -> str:
    return "\n".join(paint(line, colour=screen.colour) for line in lines)


def _indented(text: str) -> str:
    return "\n".join(f"{INDENT}{line}".rstrip() for line in text.split("\n"))
