"""A message, an answer and a modal as Slack would show them, in HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from infra.sandbox.page.html import problems
from infra.sandbox.page.html.blocks import blocks_html
from infra.sandbox.page.html.form import form_html
from infra.sandbox.page.html.text import Names, plain_html, tokens_html
from infra.sandbox.slack.acme import REPRIEVE_APP
from infra.sandbox.slack.mrkdwn import parse_mrkdwn
from infra.sandbox.slack.records import Ephemeral, Message, OpenView, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The HTML, in which each problem can be seen too."""

    html: str
    problems: tuple[str, ...] = ()


def message_html(message: Message, names: Mapping[str, str]) -> Drawn:
    shown = message.shown
    broadcast = message.thread_ts and message.broadcast
    marks = [
        mark for mark, seen in ((_EDITED, shown.edited), (_SENT_TOO, broadcast)) if seen
    ]
    return _drawn(_head(message.user, message.ts, marks, names), shown, names)


def ephemeral_html(line: Ephemeral, names: Mapping[str, str]) -> Drawn:
    head = _head(REPRIEVE_APP.bot_user, line.ts, [_PRIVATE], names)
    return _drawn(head, line, names)


def view_html(view: OpenView, names: Mapping[str, str]) -> Drawn:
    found = problems.of_view(view.view)
    if found:
        return _as_drawn(problems.problems_html(found, view.view), found)
    return _as_drawn(form_html(view, names), found)


def _drawn(head: Markup, said: Version | Ephemeral, names: Names) -> Drawn:
    """Show blocks instead of the text, never beside it, as Slack does."""
    found = problems.of_message(said.text, said.blocks)
    if found:
        body = problems.problems_html(found, said.blocks or said.text)
    elif said.blocks:
        body = blocks_html(said.blocks, names)
    else:
        text = tokens_html(parse_mrkdwn(said.text), names)
        body = Markup('<div class="text">{}</div>').format(text)
    html = Markup('{}<div class="said">{}</div></div>').format(head, body)
    return _as_drawn(html, found)


def _as_drawn(html: Markup, found: problems.Problems) -> Drawn:
    """Hand out a plain string: what is added to a Markup would be escaped."""
    return Drawn(html=str(html), problems=found)


def _head(user: str, ts: str, marks: Sequence[Markup], names: Names) -> Markup:
    """Draw who said it and when; what was said follows in the same grid."""
    name = names.get(user, user).removeprefix("@")
    kind, app = ("app", _APP) if user == REPRIEVE_APP.bot_user else ("person", "")
    at = datetime.fromtimestamp(float(ts), UTC)
    return _HEAD.format(
        kind,
        plain_html(name[:1]),
        plain_html(name),
        app,
        at,
        at,
        Markup(" ").join(marks),
    )


_HEAD = Markup(
    '<div class="message"><span class="avatar {}" aria-hidden="true">{}</span>'
    '<p class="by"><strong>{}</strong>{} <time datetime="{:%Y-%m-%dT%H:%M:%SZ}" '
    'data-format="{{time}}">{:%H:%M} UTC</time> {}</p>'
)
_APP = Markup(' <span class="app">APP</span>')
_EDITED = Markup('<span class="mark">(edited)</span>')
_SENT_TOO = Markup('<span class="mark">replied in a thread, and to the channel</span>')
_PRIVATE = Markup('<span class="mark private">Only visible to you</span>')
