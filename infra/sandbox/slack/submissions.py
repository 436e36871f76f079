"""A person submits a modal, and the app's answer decides what becomes of it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from infra.sandbox.slack.courier import Courier
from infra.sandbox.slack.inputs import (
    Values,
    input_blocks,
    input_errors,
    state_values,
)
from infra.sandbox.slack.payloads import changed, view_submission
from infra.sandbox.slack.records import Delivery, OpenView
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.view_checks import read_view
from infra.sandbox.slack.view_methods import new_hash

TROUBLE = "We had some trouble connecting. Try again?"


class NoSuchViewError(LookupError):
    """The person has no such modal before them."""


class NoSuchFieldError(LookupError):
    """The modal has no such input."""


class UnusableAnswerError(ValueError):
    """Slack cannot follow what the app answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    view_id: str
    values: Values
    user: str
    changes: JsonObject = field(default_factory=dict)


def submit(store: Store, courier: Courier, wanted: Submission) -> Delivery:
    opened = opened_by(store, wanted.view_id, wanted.user)
    _check_fields(opened.view, wanted.values)
    errors = input_errors(opened.view, wanted.values)
    if errors:
        store.views[opened.id] = replace(opened, errors=errors)
        kept = Delivery(kind="view_submission", sent=False, errors=errors)
        return courier.record(kept)
    state = state_values(opened.view, wanted.values)
    payload = view_submission(store, opened, state, wanted.user)
    delivery = courier.deliver(changed(payload, wanted.changes))
    _follow(store, opened, delivery)
    return delivery


def opened_by(store: Store, view_id: str, user: str) -> OpenView:
    opened = store.views.get(view_id)
    if opened is None or opened.user != user:
        raise NoSuchViewError(f"{user} has no view {view_id} open")
    return opened


def _check_fields(view: JsonObject, values: Values) -> None:
    known = {
        (block["block_id"], block["element"]["action_id"])
        for block in input_blocks(view)
    }
    given = {(block, action) for block, typed in values.items() for action in typed}
    if given - known:
        raise NoSuchFieldError(f"The modal has no input {sorted(given - known)}")


def _follow(store: Store, opened: OpenView, delivery: Delivery) -> None:
    """Do what the answer says; whatever Slack cannot follow leaves the modal open."""
    with store.lock:
        try:
            answer = _read_answer(delivery)
            ACTIONS[answer["response_action"]](store, opened, answer)
        except (UnusableAnswerError, SlackRefusalError):
            store.views[opened.id] = replace(opened, trouble=TROUBLE)


def _read_answer(delivery: Delivery) -> JsonObject:
    if not delivery.accepted:
        raise UnusableAnswerError(delivery.failure or delivery.status)
    answer = _read_json(delivery.body)
    if not isinstance(answer, dict):
        raise UnusableAnswerError(delivery.body)
    action = answer.get("response_action", "close")
    if action not in tuple(ACTIONS):
        raise UnusableAnswerError(delivery.body)
    return {**answer, "response_action": action}


def _read_json(body: str) -> object:
    try:
        return json.loads(body or "{}")
    except ValueError:
        raise UnusableAnswerError(body) from None


def _close(store: Store, opened: OpenView, _answer: JsonObject) -> None:
    store.views.pop(opened.id, None)


def _clear(store: Store, opened: OpenView, _answer: JsonObject) -> None:
    mine = [view.id for view in store.views.values() if view.user == opened.user]
    for name in mine:
        del store.views[name]


def _show_errors(store: Store, opened: OpenView, answer: JsonObject) -> None:
    errors = answer.get("errors")
    known = {block["block_id"] for block in input_blocks(opened.view)}
    if not isinstance(errors, dict) or not errors or not errors.keys() <= known:
        raise UnusableAnswerError(answer)
    store.views[opened.id] = replace(opened, errors=errors, trouble=None)


def _update(store: Store, opened: OpenView, answer: JsonObject) -> None:
    view = read_view(answer.get("view"))
    store.views[opened.id] = OpenView(
        id=opened.id,
        user=opened.user,
        view=view,
        root=opened.root,
        hash=new_hash(store),
    )


ACTIONS: Mapping[str, Callable[[Store, OpenView, JsonObject], None]] = {
    "close": _close,
    "clear": _clear,
    "errors": _show_errors,
    "update": _update,
}
