"""Whether the clock of this machine agrees with those that sign and verify."""

from datetime import datetime, timedelta

from chalice_app.domain.watcher.finding import Finding, ok, warning, wrong

# AWS refuses requests, and Slack's presses are refused, 5 minutes from their signing.
_MOST = timedelta(minutes=5)
_MUCH = timedelta(minutes=1)


def judged_clock(whose: str, theirs: datetime, ours: datetime) -> Finding:
    apart = abs(theirs - ours)
    seconds = round(apart.total_seconds())
    if apart >= _MOST:
        return wrong("clock_wrong", whose=whose, seconds=seconds)
    if apart >= _MUCH:
        return warning("clock_off", whose=whose, seconds=seconds)
    return ok("clock_right", whose=whose, seconds=seconds)
