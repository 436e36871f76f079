"""Histories of calls on keys that KMS would have taken, as CloudTrail records them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from chalice_app.domain.key import DYING, KeyState
from infra.sandbox.aws.key_states import decide
from infra.sandbox.aws.shapes import Refusal
from tests.fakes.news import record, refused
from tests.fakes.places import KEY, NOON

KEYS = (KEY, KEY.replace("3f6c1f0a", "00000000"))
LOSES = "DeleteImportedKeyMaterial"
IMPORTS = "ImportKeyMaterial"
DIES = "DeleteKey"
LEAVES: Mapping[str, KeyState] = {
    "CancelKeyDeletion": KeyState.DISABLED,
    "DisableKey": KeyState.DISABLED,
    "EnableKey": KeyState.ENABLED,
    "ScheduleKeyDeletion": KeyState.PENDING_DELETION,
    DIES: KeyState.GONE,
    IMPORTS: KeyState.ENABLED,
    LOSES: KeyState.PENDING_IMPORT,
}
CALLS = (*LEAVES, "PutKeyPolicy")
# Around the hour in which refused attempts fold, and after which the sweep has looked.
GAPS = (1, 2, 60, 299, 300, 301, 3599, 3600, 3601, 7201, 86400)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Happened:
    """One event, when, and how the key stands after it."""

    event: dict[str, Any]
    at: datetime
    key: str
    state: KeyState

    def __repr__(self) -> str:
        """Say in a line what happened, for whoever reads a failure."""
        detail = self.event["detail"]
        error = detail.get("errorCode", "")
        return f"{self.at:%d %X} {detail['eventName']} {error} {self.key[-36:-28]}"


@st.composite
def histories(
    draw: st.DrawFn, *, keys: Sequence[str] = KEYS, gaps: Sequence[int] = (0, *GAPS)
) -> list[Happened]:
    states = dict.fromkeys(keys, KeyState.ENABLED)
    at, happened = NOON, []
    calls = st.tuples(
        st.sampled_from(keys), st.sampled_from(CALLS), st.sampled_from(gaps)
    )
    for key, call, gap in draw(st.lists(calls, max_size=14)):
        at += timedelta(seconds=gap)
        if call == DIES and states[key] not in DYING:
            continue
        event, states[key] = _called(call, key, states[key], at)
        happened.append(Happened(event=event, at=at, key=key, state=states[key]))
    return happened


def records(history: list[Happened]) -> list[dict[str, Any]]:
    """Give what CloudTrail keeps of a history."""
    return [it.event["detail"] for it in history]


def _called(
    call: str, key: str, state: KeyState, at: datetime
) -> tuple[dict[str, Any], KeyState]:
    code = _refusal(call, key, state)
    if code:
        return refused(call, code, key=key, at=at), state
    if call == LOSES and state in DYING:
        return record(call, key=key, at=at), state
    if call == IMPORTS and state is not KeyState.PENDING_IMPORT:
        return record(call, key=key, at=at), state
    return record(call, key=key, at=at), LEAVES.get(call, state)


def _refusal(call: str, key: str, state: KeyState) -> str:
    if call == DIES:
        return ""
    if state is KeyState.GONE:
        return "NotFoundException"
    verdict = decide(call, state=state.value, arn=key, origin="EXTERNAL")
    return verdict.code if isinstance(verdict, Refusal) else ""
