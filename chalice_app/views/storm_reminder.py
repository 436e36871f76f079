"""What people are reminded of about a storm, in its thread and by e-mail."""

from dataclasses import replace

from chalice_app.domain.reminder import Sent
from chalice_app.domain.storm_reminder import StormDue
from chalice_app.views.notice import subject
from chalice_app.views.slack_text import code, moment, utc
from chalice_app.views.time_left import time_left
from chalice_app.views.words import Words


def in_slack(storm: StormDue, sent: Sent, owners: str | None, words: Words) -> str:
    """Say it in one line; the owner group is named in the last ones alone."""
    named = f"<!subteam^{owners}> " if owners and sent.reminder.aloud else ""
    told = words.say(
        "storm_reminder.line",
        left=_left(storm, sent, words),
        label=code(label(sent)),
        state=_state(storm, moment(storm.first), words),
    )
    return f"{named}{told}"


def in_email(
    storm: StormDue, sent: Sent, link: str | None, words: Words
) -> tuple[str, str]:
    """Write the subject and the body."""
    left = _left(storm, sent, words)
    title = words.say("storm_reminder.subject", left=left, label=label(sent))
    body = words.say(
        "storm_reminder.email",
        state=_state(storm, utc(storm.first), words).replace("*", ""),
        link=link or words.say("notice.no_link", label=label(sent)),
    )
    return subject(title), body


def label(sent: Sent) -> str:
    """Name the storm as its message does."""
    return f"RP-{sent.reminder.case_id.upper()}"


def _left(storm: StormDue, sent: Sent, words: Words) -> str:
    reminder = replace(sent.reminder, at=storm.first)
    return time_left(replace(sent, reminder=reminder), words)


def _state(storm: StormDue, at: str, words: Words) -> str:
    danger = storm.reminder.danger
    said = words.say(f"storm_reminder.{danger}", keys=f"{storm.keys:,}", at=at)
    known = danger if storm.checked else "unchecked"
    return f"{said} {words.say(f'storm_reminder.{known}_known')}"
