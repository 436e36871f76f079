"""When a key is looked at again, because KMS may still tell of the time before."""

from chalice_app.domain.case import Case
from chalice_app.domain.phase import confirmed, has_key_to_ask

# Seconds until each next look; what is in doubt after them is left to the sweep.
PAUSES = (2, 5, 15, 60)


def unsettled(case: Case) -> bool:
    """Tell if the last reading is missing, of the moment, or contradicts the news."""
    if not has_key_to_ask(case):
        return False
    if case.reading is None or case.reading.passing:
        return True
    known = case.reading.state is not None
    return known and bool(case.trouble or case.found) and not confirmed(case)


def next_pause(case: Case, looks: int) -> int | None:
    """Say in how many seconds to look again after so many second looks, if at all."""
    return PAUSES[looks] if unsettled(case) and looks < len(PAUSES) else None


def pause_after(attempt: int) -> int:
    """Say in how many seconds the queue delivers again what could not be done."""
    return PAUSES[min(attempt, len(PAUSES)) - 1]
