"""What Slack would refuse, or what would mislead, in something that the app sent."""

import json
from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from infra.sandbox.page.html.text import leads_out
from infra.sandbox.slack.block_checks import read_message_blocks
from infra.sandbox.slack.dates import read_date
from infra.sandbox.slack.layout import visible
from infra.sandbox.slack.mrkdwn import parse_mrkdwn, parse_text
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.tokens import Kind, Token
from infra.sandbox.slack.view_checks import read_view

Problems = tuple[str, ...]


def of_message(text: str, blocks: Sequence[JsonObject]) -> Problems:
    refused = _refused(lambda: read_message_blocks(list(blocks)))
    return refused or (*_untrue(parse_mrkdwn(text)), *_misleading(list(blocks)))


def of_view(view: JsonObject) -> Problems:
    return _refused(lambda: read_view(view)) or tuple(_misleading(view))


def problems_html(problems: Problems, sent: object) -> Markup:
    """Show what is wrong, and instead of a drawing what was sent."""
    listed = (Markup("<li>{}</li>").format(visible(it)) for it in problems)
    return Markup(
        '<div class="problem" role="alert"><p>This cannot be shown as Slack would.</p>'
        "<ul>{}</ul><pre>{}</pre></div>"
    ).format(Markup("").join(listed), json.dumps(sent, indent=2))


def _refused(check: Callable[[], object]) -> Problems:
    try:
        check()
    except SlackRefusalError as refusal:
        found = refusal.details.get("errors")
        return tuple(found) if isinstance(found, list) else (refusal.error,)
    return ()


def _misleading(part: object) -> Iterator[str]:
    """Look at every text and every button, however deep it sits."""
    if isinstance(part, list):
        yield from (it for inner in part for it in _misleading(inner))
    if not isinstance(part, dict):
        return
    if part.get("type") in {"plain_text", "mrkdwn"}:
        yield from _untrue(parse_text(part))
    if part.get("type") == "button" and not leads_out(part.get("url", "https://")):
        yield f"a button leads to no web address: {part['url']}"
    yield from _misleading(list(part.values()))


def _untrue(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.kind is Kind.LINK and not leads_out(token.target):
            yield f"a link leads to no web address: {token.target}"
        if token.kind is Kind.DATE and read_date(token.target) is None:
            yield f"a date that Slack cannot fill: {token.target}"
        yield from _untrue(token.inside)
