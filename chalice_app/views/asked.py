"""What a payload of Slack asks for: which button, or which modal, and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from chalice_app.domain.press import RESTORE, REVIEW, TURN
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.review import Form
from chalice_app.views.buttons import (
    BY_ID,
    MODAL_ID,
    REASON_BLOCK,
    REASON_FIELD,
    Button,
    Leads,
)
from chalice_app.views.review_form import REVIEW_ID, TURNS, external_id, form_in

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`value` names the case, drill or digest, and the version that was drawn."""

    act: str
    value: str
    reason: str | None = None
    dialog: str | None = None
    form: Form | None = None


def asked_in(payload: Json) -> Asked:
    """Read a payload; raise what reading anything else raises."""
    if payload["type"] == "view_submission":
        view = payload["view"]
        return _MODALS[view["callback_id"]](view)
    action = payload["actions"][0]
    if action["action_id"] in TURNS.values():
        return _turned(payload["view"], int(action["value"]))
    button = BY_ID[action["action_id"]]
    if not button.acts or button.leads not in {Leads.QUEUE, Leads.LIST}:
        raise ValueError("a link is not an act, and what opens a modal is none yet")
    if button.act is None:
        return _picked(action, button)
    dialog = external_id(payload["trigger_id"]) if button.act == REVIEW else None
    return Asked(act=button.act, value=action["value"], dialog=dialog)


def _picked(action: Json, menu: Button) -> Asked:
    value, _, act = action["selected_option"]["value"].rpartition(":")
    if act not in menu.choices:
        raise ValueError("the menu has no such choice")
    return Asked(act=act, value=value)


def _reasoned(view: Json) -> Asked:
    reason = view["state"]["values"][REASON_BLOCK][REASON_FIELD]["value"]
    value = view["private_metadata"]
    return Asked(act=Remedy.CANCEL_DELETION, value=value, reason=reason)


def _chosen(view: Json) -> Asked:
    form = form_in(view)
    value = f"{form.digest}:0"
    return Asked(act=RESTORE, value=value, reason=form.reason, form=form)


def _turned(view: Json, page: int) -> Asked:
    if view["callback_id"] != REVIEW_ID:
        raise ValueError("an unknown modal")
    form = replace(form_in(view), turns_to=page)
    dialog = view["external_id"]
    return Asked(act=TURN, value=f"{form.digest}:0", dialog=dialog, form=form)


_MODALS: Mapping[str, Callable[[Json], Asked]] = MappingProxyType(
    {MODAL_ID: _reasoned, REVIEW_ID: _chosen}
)
