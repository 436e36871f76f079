"""Finds in log lines what no log may hold: secrets, and what people confide."""

import re
from collections.abc import Iterable

from infra.sandbox.slack import acme

REASON = "planted-reason-7d1f"
CONFIDED = (
    acme.REPRIEVE_APP.token,
    acme.REPRIEVE_APP.signing_secret,
    REASON,
    "verification-token",
)
# By their shapes: a request's signature, a press's own address, a trigger.
_SHAPES = re.compile(
    r"v0=[0-9a-f]{64}"
    r"|hooks\.slack\.com/"
    r"|/response/\w"
    r"|xox[abp]-\w"
    r"|response_url\W+http"
    r"|trigger_id\W+\d"
)


def leaks(lines: Iterable[str], also: Iterable[str] = ()) -> list[str]:
    """Give the lines that tell one of these; `also` names what else was planted."""
    planted = (*CONFIDED, *also)
    return [
        line
        for line in lines
        if _SHAPES.search(line) or any(text in line for text in planted)
    ]
