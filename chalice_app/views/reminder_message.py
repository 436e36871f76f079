"""The Slack messages of a reminder: in the thread, on its own, and when it is over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chalice_app.domain.case import Case
from chalice_app.domain.phase import remedies_for
from chalice_app.domain.quiet import SNOOZES, Quiet
from chalice_app.domain.reminder import Sent
from chalice_app.domain.reminder_plan import Danger
from chalice_app.domain.saying import in_force, sayings_for
from chalice_app.views import alert_parts, sayings
from chalice_app.views.blocks import context, section, text
from chalice_app.views.buttons import drawn
from chalice_app.views.naming import console_url, key_name, place_name
from chalice_app.views.slack_text import Mrkdwn, clean, code, link, moment, utc
from chalice_app.views.time_left import time_left
from chalice_app.views.wording import may_have_relatives
from chalice_app.views.words import Words

Json = Mapping[str, object]

_HEADER_MOST = 150
_NAME_MOST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The first alert's link, the group to be named, and if anybody may press."""

    first: str | None
    owners: str | None
    anybody: bool


def reminder_message(sent: Sent, case: Case, around: Around, words: Words) -> Json:
    """Draw a reminder that stands on its own, with the buttons of its case."""
    case = replace(case, quiet=said_before(sent, case))
    blocks = [
        {"type": "header", "text": text(_title(sent, case, words))},
        section(Mrkdwn(_body(sent, case, around, words))),
        *alert_parts.people(case, words),
        *_actions(sent, case, around, words),
        context(*(Mrkdwn(it) for it in _footer(sent, case, around, words))),
    ]
    return {"text": summary(sent, case, words), "blocks": blocks}


def in_thread(sent: Sent, case: Case, words: Words) -> Json:
    """Say it in one line, with who has said what."""
    quiet = said_before(sent, case)
    told = f"{time_left(sent, words)}: {code(key_name(case, words))}."
    line = f"{told} {state(sent, case, words)}"
    return {"text": f"{line} {sayings.shown(quiet, words)}" if quiet else line}


def over(case: Case, first: str | None, words: Words) -> Json:
    """Lead from a reminder that is over to the alert, which says how the key is."""
    label = link(first, case.label) if first else code(case.label)
    line = Mrkdwn(words.say("reminder.over", link=label))
    return {"text": words.say("reminder.over_text"), "blocks": [section(line)]}


def said_before(sent: Sent, case: Case) -> Quiet | None:
    """Give what was said last; a hold that is over by now is not worth a word."""
    quiet = in_force(case)
    over = quiet and quiet.until and quiet.until <= sent.began_at
    return replace(quiet, until=None) if quiet and over else quiet


def state(sent: Sent, case: Case, words: Words, *, plain: bool = False) -> str:
    """Say what will happen or has, and if KMS could be asked."""
    danger, at = sent.reminder.danger, sent.reminder.at
    related = danger is Danger.DELETION and may_have_relatives(case)
    name = f"{danger}_related" if related else danger
    said = words.say(f"reminder.{name}", at=utc(at) if plain else moment(at))
    known = danger if sent.checked else "unchecked"
    return f"{said} {words.say(f'reminder.{known}_known')}"


def summary(sent: Sent, case: Case, words: Words) -> str:
    """Say it in one line that needs no markup."""
    name, place = code(key_name(case, words)), code(place_name(case.subject))
    told = f"{time_left(sent, words)}: {name} ({place})."
    return f"{told} {state(sent, case, words, plain=True)}"


def _title(sent: Sent, case: Case, words: Words) -> str:
    name = clean(key_name(case, words), _NAME_MOST)
    circle = "🔴" if sent.reminder.danger is Danger.DELETION else "🟠"
    return clean(f"{circle} {time_left(sent, words)}: {name}", _HEADER_MOST)


def _body(sent: Sent, case: Case, around: Around, words: Words) -> str:
    named = [f"<!subteam^{around.owners}>"] if around.owners else []
    place = words.say("reminder.place", place=code(place_name(case.subject)))
    return " ".join([*named, state(sent, case, words), place])


def _actions(sent: Sent, case: Case, around: Around, words: Words) -> list[Json]:
    """Draw what can still be done; after the last reminder no other can be held."""
    said = [
        it for it in sayings_for(case) if not (sent.reminder.last and it in SNOOZES)
    ]
    acts = [*remedies_for(case), *said] if around.anybody else []
    buttons = drawn(acts, f"{case.id}:{case.version}", console_url(case.subject), words)
    block_id = f"act.{case.id}.{case.version}.{sent.reminder.hours}h"
    row = {"type": "actions", "block_id": block_id, "elements": buttons}
    return [row] if buttons else []


def _footer(sent: Sent, case: Case, around: Around, words: Words) -> list[str]:
    label = link(around.first, case.label) if around.first else code(case.label)
    lines = [words.say("reminder.first", link=label)]
    if sent.reminder.last:
        lines.append(words.say("reminder.last"))
    return lines
