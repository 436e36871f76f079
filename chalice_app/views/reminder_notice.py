"""The e-mail of a reminder: plain text, and nothing in it that acts."""

from collections.abc import Mapping
from types import MappingProxyType

from chalice_app.domain.case import Case
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.reminder import Sent
from chalice_app.domain.reminder_plan import Danger
from chalice_app.views import sayings
from chalice_app.views.naming import command, key_name
from chalice_app.views.notice import subject
from chalice_app.views.reminder_message import said_before, state
from chalice_app.views.slack_text import clean
from chalice_app.views.time_left import time_left
from chalice_app.views.words import Words

_STOPS: Mapping[Danger, Remedy] = MappingProxyType(
    {
        Danger.DELETION: Remedy.CANCEL_DELETION,
        Danger.DISABLED: Remedy.ENABLE_KEY,
    }
)


def of(sent: Sent, case: Case, link: str | None, words: Words) -> tuple[str, str]:
    """Write the subject and the body."""
    quiet, name = said_before(sent, case), clean(key_name(case, words))
    body = words.say(
        "reminder.email",
        state=state(sent, case, words, plain=True).replace("*", ""),
        key=name,
        arn=case.subject.arn or case.subject.name,
        said=sayings.plain(quiet, words) if quiet else words.say("reminder.unsaid"),
        command=command(case, _STOPS[sent.reminder.danger]),
        link=link or words.say("notice.no_link", label=case.label),
    )
    title = words.say("reminder.subject", left=time_left(sent, words), key=name)
    return subject(title), body
