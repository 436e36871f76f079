"""A message, an answer and a modal as Slack would show them, in HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from infra.sandbox.slack.records import Ephemeral, Message, OpenView


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The HTML, in which each problem can be seen too."""

    html: str
    problems: tuple[str, ...] = ()


def message_html(message: Message, names: Mapping[str, str]) -> Drawn:
    author = names.get(message.user, message.user).removeprefix("@")
    said = message.shown.text
    shown = Markup("<strong>{}</strong><p>{}</p>").format(author, said)
    return Drawn(html=shown)


def ephemeral_html(line: Ephemeral, names: Mapping[str, str]) -> Drawn:
    reader = names.get(line.user, line.user).removeprefix("@")
    shown = Markup("<p>Only visible to {}</p><p>{}</p>").format(reader, line.text)
    return Drawn(html=shown)


def view_html(view: OpenView, names: Mapping[str, str]) -> Drawn:
    title = names.get(view.id, view.view["title"]["text"])
    return Drawn(html=Markup("<form><h2>{}</h2></form>").format(title))
