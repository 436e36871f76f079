"""What KMS has proved is not taken back by a reading of the time before."""

from typing import TYPE_CHECKING

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from tests.fakes.journal import Call
from tests.prove.outside import Outside
from tests.prove.promises_kept_now import demand

if TYPE_CHECKING:
    from datetime import datetime

OTHERS = [it for it in KeyState if it is not KeyState.ENABLED]


def no_proof_is_taken_back(outside: Outside, cases: list[Case]) -> None:
    """Demand that what is told as well stays so, until news or KMS say otherwise."""
    arns = {case.id: case.subject.arn for case in cases}
    well: dict[str, datetime] = {}
    journal = outside.journal
    for call, at in zip(journal.calls, journal.made_at, strict=True):
        if _takes_news(call):
            well.clear()
        if str(call) != "chat.update" or "posted twice" in str(call.given):
            continue
        case_id = outside.case_of(call)
        if "🟢" in str(call.given):
            well.setdefault(case_id, at)
        elif case_id in well:
            arn, since = arns[case_id] or "", well.pop(case_id)
            changed = any(outside.keys.was(arn, it, since) for it in OTHERS)
            demand(changed, f"at {at:%H:%M:%S} {case_id} is no longer told as well")


def _takes_news(call: Call) -> bool:
    if str(call) != "table.write" or not call.answer:
        return False
    return any(str(it.key["pk"]).startswith("SEEN#") for it in call.given)
