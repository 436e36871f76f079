"""What an inventory found beside keys in trouble: a message and an e-mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalice_app.domain.subject import Subject
from chalice_app.views.blocks import section, text
from chalice_app.views.naming import console_keys_url
from chalice_app.views.slack_text import Mrkdwn, clean, code, link
from chalice_app.views.words import Words

Json = Mapping[str, object]
# A section takes 3,000 characters, and an escaped sign has five.
_NAME_MOST, _ROW = 100, 5


class About(StrEnum):
    DISABLED = "disabled"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """`names` are the first of `count` keys; `place` is one of them."""

    about: About
    place: Subject
    names: tuple[str, ...]
    count: int
    total: int


def message(listed: Listed, words: Words) -> Json:
    title = words.say(f"inventory.{listed.about}.title", count=listed.count)
    *rows, last = _rows(listed.names)
    url = console_keys_url(listed.place)
    where = link(url, words.say("button.console")) if url else "-"
    blocks = [
        {"type": "header", "text": text(title)},
        section(Mrkdwn(_body(listed, words))),
        *(section(Mrkdwn(row)) for row in rows),
        section(Mrkdwn(_named(last, listed, words))),
        section(Mrkdwn(_next(listed, where, words))),
    ]
    return {"text": title, "blocks": blocks}


def notice(listed: Listed, words: Words) -> tuple[str, str]:
    """Write the subject and the body of the e-mail."""
    subject = words.say(f"inventory.{listed.about}.subject", count=listed.count)
    names = "\n".join(clean(name, _NAME_MOST) for name in listed.names)
    parts = (
        _body(listed, words),
        _named(names, listed, words),
        _next(listed, console_keys_url(listed.place) or "-", words),
    )
    return subject, "\n\n".join(parts)


def _rows(names: tuple[str, ...]) -> list[str]:
    shown = [code(name, _NAME_MOST) for name in names]
    return [", ".join(shown[at : at + _ROW]) for at in range(0, len(shown), _ROW)]


def _body(listed: Listed, words: Words) -> str:
    return words.say(
        f"inventory.{listed.about}.body",
        count=listed.count,
        total=listed.total,
        account=listed.place.account,
        region=listed.place.region,
    )


def _named(names: str, listed: Listed, words: Words) -> str:
    more = listed.count - len(listed.names)
    return words.say("inventory.more", names=names, more=more) if more else names


def _next(listed: Listed, where: str, words: Words) -> str:
    return words.say(f"inventory.{listed.about}.next", where=where)
