"""When so many keys get into trouble at once that they share one message."""

from dataclasses import dataclass, replace
from datetime import datetime

from chalice_app.domain.case import Case
from chalice_app.domain.opening import case_id
from chalice_app.domain.phase import Phase, phase_of
from chalice_app.domain.storm_rule import StormRule
from chalice_app.domain.subject import SubjectKind
from chalice_app.domain.unclear import is_unclear


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerted:
    """A key that has got a message of its own, and when."""

    key: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What has come lately in one account; `digest` is of the storm that runs."""

    alerted: tuple[Alerted, ...] = ()
    digest: str | None = None
    until: datetime | None = None  # the storm ends if nothing more comes before


def window_of(case: Case) -> str:
    """Name the window that counts a new case: its account's, refusals apart.

    Anybody can be refused as often as they like: that must hide no real harm.
    """
    refused = phase_of(case) is Phase.REFUSED
    unclear = case.opener is not None and is_unclear(case.opener)
    kind = "REFUSED" if refused and not unclear else "HARM"
    return f"{case.subject.account or '-'}#{kind}"


def counted(window: Window, case: Case, now: datetime, rule: StormRule) -> Window:
    """Count a new case; if a storm runs after that, the case goes into its digest."""
    if window.digest and window.until and now < window.until:
        return _prolonged(window, now, rule)
    recent = tuple(it for it in window.alerted if now - it.at < rule.within)
    key = _key_of(case)
    if key in {it.key for it in recent}:
        return Window(alerted=recent)
    if len(recent) < rule.more_than:
        return Window(alerted=(*recent, Alerted(key=key, at=now)))
    return Window(digest=case_id("digest", case.id), until=now + rule.within)


def _prolonged(window: Window, now: datetime, rule: StormRule) -> Window:
    """Let the storm go on; seldom, so that not every case of it writes the window."""
    late = window.until is None or window.until - now < rule.within / 2
    return replace(window, until=now + rule.within) if late else window


def _key_of(case: Case) -> str:
    nameless = case.subject.kind is SubjectKind.UNKNOWN
    return case.id if nameless else case.subject.name
