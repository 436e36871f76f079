"""What must be so at once, and what must still work when all is over."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.flows.show_case import _draw
from infra.sandbox.slack import acme
from tests.prove.buttons import buttons

if TYPE_CHECKING:
    from tests.prove.outside import Outside


class BrokenPromiseError(AssertionError):
    """A history went otherwise than Reprieve promises."""


def demand(so: object, promise: str) -> None:
    if not so:
        raise BrokenPromiseError(promise)


def undated(message: object) -> str:
    """Leave out the times: a reading that changes nothing else is not drawn again."""
    return re.sub(r"<!date\^[^>]*>", "", str(message))


def shown_by_now(outside: "Outside", event_id: str) -> None:
    """Demand that a delivery that ended well left Slack with the newest version."""
    seen = outside.table.items.get((f"SEEN#{event_id}", "SEEN"))
    if seen is None:
        return
    case = outside.tools.cases.get(seen["case_id"])
    if case and case.digest:
        _will_be_drawn(outside, case)
        return
    demand(case and case.place, f"{event_id} was handled, and is not in Slack")
    if case and case.place:
        shown = outside.chat.messages[case.place.ts].versions[-1]
        # The link to an earlier alert that was shown later comes with the sweep.
        alone = replace(case, previous=None)
        drawings = {undated(_draw(it, outside.tools)) for it in (case, alone)}
        demand(
            undated(shown) in drawings,
            f"{event_id} was handled, and Slack shows an older version of its case",
        )


def _will_be_drawn(outside: "Outside", case: Case) -> None:
    """Demand that the digest has it, or is in the index of what is due."""
    head = outside.table.items[f"DIGEST#{case.digest}", "DIGEST"]
    demand(
        case.shown_version == case.version or "due_shard" in head,
        f"case {case.id} is neither drawn nor due in {case.digest}",
    )


def the_exit_is_open(outside: "Outside") -> None:
    """Demand that a responder can still save every key that is offered a remedy."""
    offered = [
        it for it in buttons(outside.chat) if it[0] in {"rp.cancel", "rp.enable"}
    ]
    for button, value, ts in offered:
        case = outside.tools.cases.get(value.partition(":")[0])
        outside.press_button(button, value, ts, acme.BO)
        outside.hand_over_message(-1)
        arn = (case.subject.arn if case else None) or ""
        saved = KeyState.DISABLED if button == "rp.cancel" else KeyState.ENABLED
        demand(outside.keys.states[arn] is saved, f"{button} does not save the key")
