"""views.open: a modal for the person whose press gave the trigger id."""

from infra.sandbox.slack.arguments import Arguments
from infra.sandbox.slack.fill_in import new_id
from infra.sandbox.slack.records import OpenView
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.view_checks import read_view
from infra.sandbox.slack.wire import view_json


def views_open(store: Store, given: Arguments) -> JsonObject:
    view = read_view(given.parsed("view", "invalid_arguments"))
    trigger = store.use_trigger(given.text("trigger_id"))
    opened = keep_view(store, trigger.user, view)
    return {"view": view_json(store.workspace, opened)}


def keep_view(store: Store, user: str, view: JsonObject) -> OpenView:
    name = f"V{new_id()}"
    opened = OpenView(id=name, user=user, view=view, root=name, hash=new_hash(store))
    store.views[name] = opened
    return opened


def new_hash(store: Store) -> str:
    return f"{int(store.clock())}.{new_id()}"
