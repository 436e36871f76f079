"""A person presses a button that the message shows, or chooses from a menu."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from infra.sandbox.slack.courier import Courier
from infra.sandbox.slack.payloads import block_actions, changed
from infra.sandbox.slack.records import Delivery, Message
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store


class NoSuchButtonError(LookupError):
    """The message, as it is shown now, has no such button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    ts: str
    action_id: str
    user: str
    changes: JsonObject = field(default_factory=dict)
    confirm: bool = True
    choice: str | None = None  # the value of an option, on a menu


def press(store: Store, courier: Courier, wanted: Press, base: str) -> Delivery:
    with store.lock:
        message = store.messages[wanted.ts]
        button = _find(message, wanted.action_id)
        if wanted.choice is not None or "options" in button:
            button = {**button, "selected_option": _chosen(button, wanted.choice)}
        dialog = button.get("confirm")
        if dialog and not wanted.confirm:
            kept = Delivery(kind="block_actions", sent=False, dialog=dialog)
            return courier.record(kept)
        payload = block_actions(store, message, button, wanted.user, base)
    return courier.deliver(changed(payload, wanted.changes), dialog=dialog)


def _find(message: Message, action_id: str) -> JsonObject:
    shown = list(buttons(message.shown.blocks))
    for button in shown:
        if button["action_id"] == action_id:
            return button
    labels = ", ".join(button["action_id"] for button in shown) or "none"
    raise NoSuchButtonError(
        f"{message.ts} shows no button {action_id}; it shows {labels}"
    )


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
