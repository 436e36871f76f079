"""How a key, an actor and a place are called, before any escaping."""

from collections.abc import Mapping
from types import MappingProxyType

from chalice_app.domain.case import Case
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.remedy import Call, Remedy, calls_left
from chalice_app.domain.subject import Subject, SubjectKind
from chalice_app.views.words import Words

_CONSOLES: Mapping[str, str] = MappingProxyType(
    {
        "aws": "console.aws.amazon.com",
        "aws-us-gov": "console.amazonaws-us-gov.com",
        "aws-cn": "console.amazonaws.cn",
    }
)

_VERBS: Mapping[Call, str] = MappingProxyType(
    {Call.CANCEL: "cancel-key-deletion", Call.ENABLE: "enable-key"}
)


def key_name(case: Case, words: Words) -> str:
    """Call a key by its first alias, else by its id."""
    aliases = case.reading.aliases if case.reading else None
    name = aliases[0] if aliases else case.subject.id
    return name or words.say("alert.nameless")


def place_name(subject: Subject) -> str:
    """Name account and Region."""
    return f"{subject.account or '?'}, {subject.region or '?'}"


def actor_name(event: KeyEvent | None, words: Words) -> str:
    """Name who acted; KMS itself for what it does by its own clock."""
    if event is None:
        return words.say("alert.by_unknown")
    if event.actor:
        return event.actor.name
    return words.say("alert.by_kms")


def console_url(subject: Subject) -> str | None:
    """Link to the key in the AWS console, if there are both."""
    keys = console_keys_url(subject)
    return f"{keys}/{subject.id}" if keys else None


def console_keys_url(subject: Subject) -> str | None:
    """Link to all keys beside this one."""
    host = _CONSOLES.get(subject.partition)
    if subject.kind is not SubjectKind.KEY or host is None:
        return None
    region = subject.region
    return f"https://{region}.{host}/kms/home?region={region}#/kms/keys"


def command(case: Case, act: str) -> str:
    """Write the AWS CLI line that does what is left to do of an act."""
    state = case.reading.state if case.reading else None
    options = f"--region {case.subject.region} --key-id {case.subject.id}"
    left = calls_left(Remedy(act), state) if act in set(Remedy) else ()
    return " && ".join(f"aws kms {_VERBS[call]} {options}" for call in left)
