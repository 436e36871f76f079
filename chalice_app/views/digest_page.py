"""A page in the thread of a digest: up to 80 keys, one line each."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from chalice_app.domain.digest import PAGE, Member
from chalice_app.views.blocks import context, section
from chalice_app.views.digest_line import digest_line
from chalice_app.views.slack_text import Mrkdwn, moment, utc
from chalice_app.views.words import Words

Json = Mapping[str, object]

_LINES = 20  # in one section, which takes 3,000 characters


def digest_page(
    members: Sequence[Member], number: int, at: datetime, words: Words
) -> Json:
    """Draw page so-and-so of all ordered members, as they were at this time."""
    listed = members[number * PAGE : (number + 1) * PAGE]
    lines = [digest_line(it, words) for it in listed]
    parts = [lines[it : it + _LINES] for it in range(0, len(lines), _LINES)]
    sections = [section(Mrkdwn("\n".join(part))) for part in parts]
    head = context(_head(members, number, moment(at), words))
    text = _head(members, number, utc(at), words)
    return {"text": text, "blocks": [head, *sections]}


def _head(members: Sequence[Member], number: int, at: str, words: Words) -> Mrkdwn:
    count = len(members)
    said = words.say(
        "digest.page",
        first=f"{number * PAGE + 1:,}",
        last=f"{min((number + 1) * PAGE, count):,}",
        count=f"{count:,}",
        at=at,
    )
    return Mrkdwn(said)
