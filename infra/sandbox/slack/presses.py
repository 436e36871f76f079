"""A person presses a button of a message or a modal, or chooses from a menu."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from infra.sandbox.slack.courier import Courier
from infra.sandbox.slack.inputs import Values, state_values
from infra.sandbox.slack.payloads import block_actions, changed, view_actions
from infra.sandbox.slack.records import Delivery
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.submissions import opened_by


class NoSuchButtonError(LookupError):
    """The message or modal, as it is shown now, has no such button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    ts: str
    action_id: str
    user: str
    changes: JsonObject = field(default_factory=dict)
    confirm: bool = True
    choice: str | None = None  # the value of an option, on a menu


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalPress:
    """`values` is what the person has filled in by then."""

    view_id: str
    action_id: str
    user: str
    values: Values = field(default_factory=dict)
    changes: JsonObject = field(default_factory=dict)


def press_in_view(store: Store, courier: Courier, wanted: ModalPress) -> Delivery:
    with store.lock:
        opened = opened_by(store, wanted.view_id, wanted.user)
        button = _find(tuple(opened.view["blocks"]), wanted.action_id, opened.id)
        state = state_values(opened.view, wanted.values)
        payload = view_actions(store, opened, button, state)
    return courier.deliver(changed(payload, wanted.changes))


def press(store: Store, courier: Courier, wanted: Press, base: str) -> Delivery:
    with store.lock:
        message = store.messages[wanted.ts]
        button = _find(message.shown.blocks, wanted.action_id, message.ts)
        if wanted.choice is not None or "options" in button:
            button = {**button, "selected_option": _chosen(button, wanted.choice)}
        dialog = button.get("confirm")
        if dialog and not wanted.confirm:
            kept = Delivery(kind="block_actions", sent=False, dialog=dialog)
            return courier.record(kept)
        payload = block_actions(store, message, button, wanted.user, base)
    return courier.deliver(changed(payload, wanted.changes), dialog=dialog)


def _find(blocks: tuple[JsonObject, ...], action_id: str, where: str) -> JsonObject:
    shown = list(buttons(blocks))
    for button in shown:
        if button["action_id"] == action_id:
            return button
    labels = ", ".join(button["action_id"] for button in shown) or "none"
    raise NoSuchButtonError(f"{where} shows no button {action_id}; it shows {labels}")


def _chosen(menu: JsonObject, value: str | None) -> JsonObject:
    options: list[JsonObject] = menu.get("options", [])
    for option in options:
        if option["value"] == value:
            return option
    raise NoSuchButtonError(f"{menu['action_id']} has no option {value}")


def buttons(blocks: tuple[JsonObject, ...]) -> Iterator[JsonObject]:
    for block in blocks:
        accessory = [block["accessory"]] if "accessory" in block else []
        elements = block["elements"] if block["type"] == "actions" else accessory
        for element in elements:
            yield {**element, "block_id": block["block_id"]}
