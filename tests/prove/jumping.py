"""The clock jumps by hours or days, in one step."""

from datetime import timedelta

from chalice_app.domain.key import KeyState
from tests.prove.outside import HOUR, Outside


def jump(outside: Outside, span: timedelta) -> None:
    """Let a long time pass, and no key die."""
    keys, dying = outside.keys, KeyState.PENDING_DELETION
    die = [keys.dies[it] for it, state in keys.states.items() if state is dying]
    span = min([span, *(it - outside.now - HOUR for it in die)])
    if span > HOUR:
        outside.wait(span)
        outside.tell(f"the clock jumps by {span}")
