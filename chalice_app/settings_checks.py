"""What each key of the configuration must be."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from chalice_app.domain.reminder_plan import is_plan
from chalice_app.views.words import LANGUAGES


def _text(pattern: str) -> Callable[[object], bool]:
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and bool(whole.fullmatch(value))


_GROUP = _text(r"S[A-Z0-9]{8,}")
_USER = _text(r"[UW][A-Z0-9]{8,}")


def _responders(value: object) -> bool:
    listed = isinstance(value, list) and all(map(_USER, value))
    return listed or _GROUP(value)


# The first alerts of a storm come one by one: too many would flood the channel.
_STORM = MappingProxyType({"more_than": range(1, 31), "within_minutes": range(1, 61)})


def _storms(value: object) -> bool:
    if not isinstance(value, Mapping) or value.keys() != _STORM.keys():
        return False
    return all(
        type(value[key]) is int and value[key] in fits for key, fits in _STORM.items()
    )


# Of each key: if it is required, and what fits.
CHECKS: Mapping[str, tuple[bool, Callable[[object], bool]]] = MappingProxyType(
    {
        "email": (True, _text(r"|[^@,\s]+@[^@,\s]+")),
        "channel": (True, _text(r"[CG][A-Z0-9]{8,}")),
        "responders": (True, _responders),
        "slack_api": (False, _text(r"(https://[^/\s]+|http://127\.0\.0\.1:\d+)/api/")),
        "language": (False, lambda value: value in LANGUAGES),
        "storm": (False, _storms),
        "reminders": (False, is_plan),
        "owner_group": (False, _GROUP),
    }
)
