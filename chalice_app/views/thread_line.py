"""One line in a case's thread, and the answer that one person gets."""

from collections.abc import Mapping
from types import MappingProxyType

from chalice_app.domain.case import Case
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.watched import News, news_of
from chalice_app.views.buttons import BUTTONS
from chalice_app.views.naming import actor_name, command
from chalice_app.views.slack_text import Mrkdwn, code, moment, person
from chalice_app.views.words import Words

_ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        Kind.PROVED: "answer.done",
        Kind.FAILED: "answer.failed",
        "half": "answer.half",
    }
)


def of_event(event: KeyEvent, words: Words) -> Mrkdwn:
    """Tell of a later event by somebody else."""
    said = words.say(
        f"thread.{_kind(event)}",
        event=code(event.name),
        when=moment(event.occurred_at),
        who=code(actor_name(event, words)),
        error=code(event.error),
        id=code(event.event_id),
    )
    return Mrkdwn(said)


def of_receipt(event: KeyEvent, presser: str, words: Words) -> Mrkdwn:
    """Tell that CloudTrail has recorded the call that somebody pressed for."""
    said = words.say(
        "thread.receipt",
        event=code(event.name),
        when=moment(event.occurred_at),
        person=person(presser),
        id=code(event.event_id),
    )
    return Mrkdwn(said)


def is_urgent(event: KeyEvent) -> bool:
    """Tell if a line is sent to the channel too: rewriting a message notifies nobody.

    PutKeyPolicy works on a dying key and can take away our right to cancel.
    """
    harm = news_of(event) in {News.SCHEDULED, News.DISABLED, News.LOST}
    return harm or (event.succeeded and event.name == "PutKeyPolicy")


def of_entry(entry: Entry, case: Case, words: Words) -> Mrkdwn:
    """Tell all what became of a press."""
    said = words.say(
        f"thread.{_outcome(entry)}",
        person=person(entry.user),
        **_facts(entry, case, words),
    )
    return Mrkdwn(said)


def answer_to(entry: Entry, case: Case, words: Words) -> str:
    """Tell the presser what became of the press."""
    return words.say(_ANSWERS[_outcome(entry)], **_facts(entry, case, words))


def next_step(entry: Entry, case: Case, words: Words) -> str:
    """Say what a person can do about an error of KMS."""
    known = f"kms.{entry.error}"
    line = code(command(case, entry.act), 400)
    return words.say(known if words.knows(known) else "kms.other", command=line)


def _outcome(entry: Entry) -> str:
    """Name the sentence; a failure with a state has reached half of what was asked."""
    return "half" if entry.kind is Kind.FAILED and entry.state else entry.kind


def _facts(entry: Entry, case: Case, words: Words) -> dict[str, str]:
    label = next(it.words for it in BUTTONS if it.act == entry.act)
    return {
        "deed": words.say(f"deed.{entry.act}"),
        "state": code(entry.state),
        "error": code(entry.error),
        "button": words.say(f"button.{label}"),
        "next": next_step(entry, case, words) if entry.error else "",
    }


def _kind(event: KeyEvent) -> str:
    if event.name.startswith("KMS "):  # sent by KMS straight to EventBridge
        return "event_native"
    return "event" if event.succeeded else "event_refused"
