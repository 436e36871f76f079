"""Server-sent events: the state at once, and again whenever something has changed."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable

from starlette.concurrency import run_in_threadpool

from infra.sandbox.page.seen import Seen
from infra.sandbox.page.state import state_of

PAUSE = 0.25  # seconds
_STILL_HERE = ": nothing has changed\n\n"
_QUIET_LOOKS = 60


async def live(look: Callable[[], Seen], pause: float = PAUSE) -> AsyncIterator[str]:
    """Go on for ever; a proxy or browser that hears nothing may hang up."""
    shown, quiet = None, 0
    while True:
        seen = await run_in_threadpool(look)
        quiet = 0 if seen != shown else quiet + 1
        if seen != shown:
            shown = seen
            yield await run_in_threadpool(_event, seen)
        elif quiet % _QUIET_LOOKS == 0:
            yield _STILL_HERE
        await asyncio.sleep(pause)


def as_json(value: object) -> str:
    """Escape all but ASCII: strangers send halves of signs on purpose."""
    return json.dumps(value)


def _event(seen: Seen) -> str:
    return f"event: state\ndata: {as_json(state_of(seen))}\n\n"
