"""The parts that an alert is made of: what happened, where, when, and who has acted."""

from collections.abc import Mapping

from chalice_app.domain.case import Case, Saved
from chalice_app.domain.deadline import dies_at
from chalice_app.domain.key import KeyReading
from chalice_app.domain.phase import Phase, confirmed
from chalice_app.domain.quiet import Saying
from chalice_app.domain.saying import in_force
from chalice_app.domain.subject import SubjectKind
from chalice_app.views import sayings
from chalice_app.views.blocks import context, mrkdwn, plain_section, section
from chalice_app.views.naming import actor_name, place_name
from chalice_app.views.slack_text import Mrkdwn, clean, code, moment, person
from chalice_app.views.wording import body_name, note
from chalice_app.views.words import Words

Json = Mapping[str, object]

_EXCERPT_MOST = 1000
_REASON_MOST = 500
# The thread has them all; a message that outgrows its limits could not be rewritten.
_ACTS_MOST = 3
_LOOKERS_MOST = 20
_NAME_MOST = 90  # four names, each sign of five characters when escaped: under 2,000


def body(case: Case, phase: Phase, words: Words) -> list[Json]:
    """Say what it means, and what could not be read."""
    due_at = dies_at(case)
    said = words.say(
        f"alert.{body_name(case, phase)}.body",
        due=moment(due_at) if due_at else due_text(case, words),
        event=code(case.opener.name if case.opener else None),
        error=code(case.opener.error if case.opener else None),
        state=state(case),
        reason=code(case.unreadable.reason if case.unreadable else None),
    )
    shown = [section(Mrkdwn(said))]
    if case.unreadable:
        shown.append(plain_section(clean(case.unreadable.excerpt, _EXCERPT_MOST)))
    notes = [note(case, phase, words), *_doubts(case, words)]
    return shown + [section(Mrkdwn(it)) for it in notes if it]


def fields(case: Case, phase: Phase, words: Words) -> list[Json]:
    """Say which key, where, who and when."""
    if case.unreadable:
        return []
    store = case.subject.kind is SubjectKind.KEY_STORE
    rows = [
        ("store" if store else "key", _key(case, words)),
        ("place", code(place_name(case.subject))),
    ]
    told = case.trouble or case.opener
    if told:
        rows += [
            ("event", code(told.name)),
            ("who", _who(case, words)),
            ("when", moment(told.occurred_at)),
        ]
    if told and phase is Phase.REFUSED:
        rows += [("error", code(told.error)), ("tries", Mrkdwn(str(case.tries)))]
    if case.reading and case.reading.state:
        rows.append(("state", Mrkdwn(f"{state(case)} {moment(case.reading.read_at)}")))
    shown = [f"*{words.say(f'alert.field.{name}')}*\n{value}" for name, value in rows]
    return [{"type": "section", "fields": [mrkdwn(Mrkdwn(it)) for it in shown]}]


def people(case: Case, words: Words) -> list[Json]:
    """Say who has acted, with the reason they gave, and who is looking."""
    shown: list[Json] = []
    for act in case.saved[-_ACTS_MOST:]:
        shown += _saved(act, words)
    quiet = in_force(case)
    if quiet:
        shown.append(context(sayings.shown(quiet, words)))
    looks = quiet.user if quiet and quiet.saying is Saying.LOOKING else None
    others = [it for it in case.lookers if it != looks][-_LOOKERS_MOST:]
    if others:
        names = Mrkdwn(", ".join(map(person, others)))
        shown.append(context(Mrkdwn(words.say("alert.looking", people=names))))
    return shown


def due_text(case: Case, words: Words) -> Mrkdwn:
    """Give the date as it was written, where it could not be read."""
    written = case.trouble.deletion_date_text if case.trouble else None
    return code(written) if written else Mrkdwn(words.say("alert.no_date"))


def state(case: Case) -> Mrkdwn:
    """Name the state as KMS does."""
    return code(case.reading.state if case.reading else None)


def _doubts(case: Case, words: Words) -> list[str]:
    reading = case.reading
    if not case.ours:
        return [words.say("alert.not_ours")]
    if reading is None:
        return []
    notes = [_unread(reading, words)] if reading.refusal else []
    if case.found and case.trouble is None:
        notes.append(words.say("alert.found", at=moment(case.found.read_at)))
    if reading.state and (case.trouble or case.found) and not confirmed(case):
        at = moment(reading.read_at)
        notes.append(words.say("alert.unsure", read_at=at, state=state(case)))
    return notes


def _unread(reading: KeyReading, words: Words) -> str:
    denied = (reading.refusal or "").startswith("AccessDenied")
    why = "denied" if denied else "passing" if reading.passing else "other"
    following, answer = words.say(f"alert.unread_{why}"), code(reading.refusal)
    if reading.state is None:
        return words.say("alert.unread", code=answer, next=following)
    at = moment(reading.read_at)
    return words.say("alert.read_before", read_at=at, code=answer, next=following)


def _key(case: Case, words: Words) -> Mrkdwn:
    if not case.subject.id:
        return Mrkdwn(words.say("alert.nameless"))
    aliases = (case.reading.aliases if case.reading else None) or ()
    return Mrkdwn(
        "\n".join(code(name, _NAME_MOST) for name in (*aliases[:3], case.subject.id))
    )


def _who(case: Case, words: Words) -> Mrkdwn:
    told = case.trouble or case.opener
    outside = (told.source_ip, told.tool) if told else ()
    shown = [
        code(actor_name(told, words), 120),
        *(code(it, 60) for it in outside if it),
    ]
    return Mrkdwn("\n".join(shown))


def _saved(act: Saved, words: Words) -> list[Json]:
    said = words.say(
        f"saved.{act.remedy}", person=person(act.user), when=moment(act.at)
    )
    if not act.reason:
        return [context(Mrkdwn(said))]
    asked = Mrkdwn(f"{said} {words.say('saved.reason')}")
    return [context(asked), plain_section(clean(act.reason, _REASON_MOST))]
