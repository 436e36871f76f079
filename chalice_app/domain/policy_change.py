"""What a key policy says other than before, statement by statement."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalice_app.domain.before import Before
from chalice_app.domain.fields import text_at, value_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.unreadable import UnreadableEventError

Statements = Mapping[str, tuple[str, ...]]


class Compared(StrEnum):
    CHANGED = "changed"
    SAME = "same"
    NO_BEFORE = "no_before"  # the older policy was never read
    LATE = "late"  # what is kept was read when the change was already made
    NOT_READ = "not_read"  # the policy of now is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """Statements are named by their Sid, or by their whole text."""

    verdict: Compared
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def compared(before: Before | None, now: str | None, at: datetime) -> PolicyChange:
    """Compare the policy of `now` with what was kept before a change made at `at`."""
    if before is None or before.policy is None:
        return PolicyChange(verdict=Compared.NO_BEFORE)
    if before.read_at >= at:
        return PolicyChange(verdict=Compared.LATE)
    old, new = _statements(before.policy), _statements(now or "")
    if old is None or new is None:
        return PolicyChange(verdict=Compared.NOT_READ)
    return _difference(old, new)


def _difference(old: Statements, new: Statements) -> PolicyChange:
    shared = old.keys() & new.keys()
    return PolicyChange(
        verdict=Compared.SAME if old == new else Compared.CHANGED,
        removed=tuple(sorted(old.keys() - shared)),
        added=tuple(sorted(new.keys() - shared)),
        changed=tuple(sorted(it for it in shared if old[it] != new[it])),
    )


def _statements(policy: str) -> Statements | None:
    """Give the statements by name; two may have the same. None: no policy."""
    try:
        found = value_at(parse_json(policy), "Statement")
    except UnreadableEventError:
        return None
    named: dict[str, tuple[str, ...]] = {}
    for each in found if isinstance(found, list) else [found]:
        text = json.dumps(each, sort_keys=True)
        name = text_at(each, "Sid") or text
        named[name] = tuple(sorted((*named.get(name, ()), text)))
    return named
