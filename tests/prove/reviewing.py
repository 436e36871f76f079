"""Responders review the keys of a storm in a history, and say which to restore."""

from dataclasses import dataclass
from typing import Any

from chalice_app.domain.remedy import Call
from chalice_app.domain.restore_many import ended
from chalice_app.views.review_form import REVIEW_ID
from infra.sandbox.slack.inputs import state_values
from tests.fakes.reviews import REASON, Sent
from tests.prove.buttons import buttons
from tests.prove.deliveries import Press
from tests.prove.outside import Outside
from tests.prove.promises_kept_now import demand

BUTTON = "rp.restore"
MOST: dict[str, set[str]] = {
    "cancel_deletion": {Call.CANCEL},
    "cancel_and_enable": {Call.CANCEL, Call.ENABLE},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody submits: which remedy, how many left out, and by how much wrong."""

    remedy: str
    left_out: int
    wrong_by: int


def lists(outside: Outside) -> list[str]:
    """Name the modals in which keys are listed."""
    shown = outside.dialogs.drawn.items()
    return [name for name, views in shown if views[-1].get("callback_id") == REVIEW_ID]


def reviews(outside: Outside) -> list[tuple[str, str, str]]:
    """Give the buttons that open such a modal."""
    return [it for it in buttons(outside.chat) if it[0] == "rp.review"]


def stormy(outside: Outside) -> bool:
    """Tell if there is a storm, or will be when its message is drawn."""
    return bool(outside.under_way.drawings or reviews(outside))


def restore(outside: Outside, name: str, choice: Choice, user: str) -> None:
    """Submit a modal; what it may lead to is noted for the promises."""
    view = dict(outside.dialogs.shown(name))
    groups = {
        block["block_id"]: [it["value"] for it in block["element"]["options"]]
        for block in view["blocks"]
        if block.get("block_id", "").startswith("keys")
    }
    listed = [it for group in groups.values() for it in group]
    out = set(listed[: choice.left_out])
    number = len(listed) - len(out) + choice.wrong_by
    values: dict[str, dict[str, Any]] = {
        "remedy": {"text": choice.remedy},
        "number": {"text": str(number)},
        "reason": {"text": REASON},
    }
    for block, group in groups.items():
        values[block] = {"keys": tuple(it for it in group if it not in out)}
    sent = {**view, "state": {"values": state_values(view, values)}, "hash": "1"}
    press = Sent(
        button=BUTTON,
        value=name,
        user=user,
        at=outside.now,
        id=f"press-{len(outside.presses) + 1}",
        given={"type": "view_submission", "view": sent},
    )
    outside.presses.append(press)
    outside.under_way.queue.append(Press(press, outside.now))
    chosen = set() if choice.wrong_by else set(listed) - out
    outside.chosen[press.id] = (chosen, MOST[choice.remedy])
    outside.tell(f"{user} restores {number} of {len(listed)} keys ({press.id})")


def restores_have_ended(outside: Outside) -> None:
    """Demand that every restore ends, and that people are told how."""
    for pk, sk in list(outside.table.items):
        if pk.startswith("RESTORE#") and sk == "PROGRESS":
            progress = outside.tools.restores.progress(pk.removeprefix("RESTORE#"))
            demand(progress and ended(progress), f"{pk} has not ended")
            demand("due_shard" not in outside.table.items[pk, sk], f"{pk} is due")
