"""The one Slack message of a case, in each of its phases."""

from collections.abc import Mapping

from chalice_app.domain.case import Case
from chalice_app.domain.deadline import dies_at
from chalice_app.domain.phase import Phase, blames, phase_of, remedies_for
from chalice_app.domain.saying import sayings_for
from chalice_app.views import alert_parts
from chalice_app.views.blocks import context, text
from chalice_app.views.buttons import drawn, has_room
from chalice_app.views.naming import (
    actor_name,
    console_url,
    key_name,
    place_name,
)
from chalice_app.views.slack_text import Mrkdwn, clean, code, link, utc
from chalice_app.views.wording import hint_name, note, tale
from chalice_app.views.words import Words

Json = Mapping[str, object]

_HEADER_MOST = 150
_NAME_MOST = 90


def message(
    case: Case, words: Words, *, anybody: bool, earlier: str | None = None
) -> Json:
    """Draw a case; `anybody` tells if a responder is configured at all.

    `earlier` is the permalink of the previous case of the same key.
    """
    phase = phase_of(case)
    blocks = [
        {"type": "header", "text": text(_title(case, phase, words))},
        *alert_parts.body(case, phase, words),
        *alert_parts.fields(case, phase, words),
        *alert_parts.people(case, words),
        *_actions(case, words, anybody=anybody),
        _footer(case, phase, words, anybody=anybody, earlier=earlier),
    ]
    return {"text": _summary(case, phase, words), "blocks": blocks}


def _title(case: Case, phase: Phase, words: Words) -> str:
    title = words.say(
        f"alert.{tale(case, phase)}.title",
        key=clean(key_name(case, words), _NAME_MOST),
        event=case.opener.name if case.opener else "",
    )
    return clean(title, _HEADER_MOST)


def _summary(case: Case, phase: Phase, words: Words) -> str:
    """Say it all in one line: notifications and screen readers get no more."""
    due = dies_at(case)
    said = words.say(
        f"alert.{tale(case, phase)}.text",
        key=code(key_name(case, words)),
        place=code(place_name(case.subject)),
        due=utc(due) if due else alert_parts.due_text(case, words),
        by=_by(case, words),
        event=code(case.opener.name if case.opener else None),
        error=code(case.opener.error if case.opener else None),
        state=alert_parts.state(case),
        reason=code(case.unreadable.reason if case.unreadable else None),
    )
    return f"{said} {note(case, phase, words)}".rstrip()


def _by(case: Case, words: Words) -> str:
    """Name a person for nothing that another event may have done."""
    if not blames(case):
        return ""
    told = case.trouble or case.opener
    return words.say("alert.by", who=code(actor_name(told, words)))


def _actions(case: Case, words: Words, *, anybody: bool) -> list[Json]:
    acts = _acts(case, anybody=anybody)
    buttons = drawn(acts, f"{case.id}:{case.version}", console_url(case.subject), words)
    if not buttons:
        return []
    # Slack asks for a new block_id whenever a message is updated.
    block_id = f"act.{case.id}.{case.version}"
    return [{"type": "actions", "block_id": block_id, "elements": buttons}]


def _acts(case: Case, *, anybody: bool) -> list[str]:
    return [*remedies_for(case), *sayings_for(case)] if anybody else []


def _open(case: Case) -> bool:
    return case.ours and phase_of(case) not in {Phase.RESOLVED, Phase.DELETED}


def _footer(
    case: Case, phase: Phase, words: Words, *, anybody: bool, earlier: str | None
) -> Json:
    hint = words.say(f"alert.{hint_name(case, phase)}.hint")
    lines = [words.say("alert.footer", label=case.label, hint=hint)]
    if _open(case) and not anybody:
        lines.append(words.say("alert.nobody"))
    url = console_url(case.subject)
    if url and not has_room(_acts(case, anybody=anybody)):
        lines.append(link(url, words.say("button.console")))
    if earlier:
        label = link(earlier, f"RP-{(case.previous or '').upper()}")
        lines.append(words.say("alert.earlier", link=label))
    return context(*(Mrkdwn(line) for line in lines))
