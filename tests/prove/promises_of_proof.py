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
    arns = {case.id: case.subject.arn or "" for case in cases}
    well: dict[str, datetime] = {}
    journal = outside.journal
    for number, (call, at) in enumerate(
        zip(journal.calls, journal.made_at, strict=True)
    ):
        if _takes_news(call):
            well.clear()
        case_id = _rewritten(call, outside)
        if case_id and _is_well(call):
            well.setdefault(case_id, at)
        elif case_id in well and not _mends(outside, number):
            since = well.pop(case_id)
            changed = any(outside.keys.was(arns[case_id], it, since) for it in OTHERS)
            demand(changed, f"at {at:%H:%M:%S} {case_id} is no longer told as well")


def _rewritten(call: Call, outside: Outside) -> str:
    folds = "posted twice" in str(call.given)
    return outside.case_of(call) if str(call) == "chat.update" and not folds else ""


def _is_well(call: Call) -> bool:
    return "🟢" in str(call.given)


def _mends(outside: Outside, number: int) -> bool:
    """Tell if the worker, overtaken while it rewrote, rewrites again as it should."""
    journal = outside.journal
    worker, place = journal.made_by[number], journal.calls[number].given[0]
    later = zip(journal.calls[number + 1 :], journal.made_by[number + 1 :], strict=True)
    return any(
        by == worker
        and str(call) == "chat.update"
        and call.given[0] == place
        and _is_well(call)
        for call, by in later
    )


def _takes_news(call: Call) -> bool:
    if str(call) != "table.write" or not call.answer:
        return False
    return any(str(it.key["pk"]).startswith("SEEN#") for it in call.given)
