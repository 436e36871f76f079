"""When the sweep need not look at a case any more."""

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import has_key_to_ask, is_over


def is_done(case: Case) -> bool:
    """Tell if Slack has the last version, and KMS, if it can be asked, has settled."""
    if case.shown_version < case.version:
        return False
    if not has_key_to_ask(case):
        return True
    reading = case.reading
    gone = reading is not None and reading.state is KeyState.GONE
    trouble = case.trouble.occurred_at if case.trouble else None
    found = case.found.read_at if case.found else None
    since = [it for it in (trouble, found, case.relieved_at) if it]
    settled = reading is not None and all(reading.settled(it) for it in since)
    return (gone or is_over(case)) and (settled or not since)
