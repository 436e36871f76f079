"""A composed e-mail: plain text with a subject, and nothing in it that acts."""

from collections.abc import Mapping
from types import MappingProxyType

from chalice_app.domain.case import Case, Saved
from chalice_app.domain.key import KeyState
from chalice_app.views.naming import key_name
from chalice_app.views.slack_text import clean, utc
from chalice_app.views.words import Words

_SUBJECT_MOST = 99  # SNS takes fewer than 100 characters

_NEXT: Mapping[KeyState, str] = MappingProxyType(
    {KeyState.ENABLED: "enabled", KeyState.DISABLED: "disabled"}
)


def of_saved(act: Saved, case: Case, link: str | None, words: Words) -> tuple[str, str]:
    """Write the subject and the body about a proved remedy."""
    name = clean(key_name(case, words))
    state = case.reading.state if case.reading else None
    following = _NEXT.get(state, "other") if state else "other"
    body = words.say(
        "notice.body",
        deed=words.say(f"deed.{act.remedy}").capitalize(),
        state=state or "-",
        next=words.say(f"notice.next_{following}"),
        key=name,
        arn=case.subject.arn or case.subject.name,
        user=act.user,
        when=utc(act.at),
        reason=clean(act.reason or words.say("notice.no_reason"), 500),
        link=link or words.say("notice.no_link", label=case.label),
    )
    return subject(words.say(f"notice.{act.remedy}", key=name)), body


def subject(text: str) -> str:
    """Keep to ASCII: SNS takes more since some time, older endpoints do not."""
    return clean(text).encode("ascii", "replace").decode()[:_SUBJECT_MOST]
