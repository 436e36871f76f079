"""views.open: a modal for the person whose press gave the trigger id; views.update."""

from dataclasses import replace

from infra.sandbox.slack.arguments import Arguments
from infra.sandbox.slack.fill_in import new_id
from infra.sandbox.slack.records import OpenView
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.view_checks import read_view
from infra.sandbox.slack.wire import view_json


def views_open(store: Store, given: Arguments) -> JsonObject:
    view = read_view(given.parsed("view", "invalid_arguments"))
    trigger = store.use_trigger(given.text("trigger_id"))
    _check_external_id(store, view, "")
    opened = keep_view(store, trigger.user, view)
    return {"view": view_json(store.workspace, opened)}


def views_update(store: Store, given: Arguments) -> JsonObject:
    """Draw an open view anew; what people have filled in stays with their client."""
    view, drawn = (
        read_view(given.parsed("view", "invalid_arguments")),
        given.text("hash"),
    )
    opened = _named(store, given)
    if drawn and drawn != opened.hash:
        raise SlackRefusalError("hash_conflict")
    _check_external_id(store, view, opened.id)
    anew = replace(opened, view=view, hash=new_hash(store), errors={}, trouble=None)
    store.views[opened.id] = anew
    return {"view": view_json(store.workspace, anew)}


def _named(store: Store, given: Arguments) -> OpenView:
    name, outside = given.text("view_id"), given.text("external_id")
    if bool(name) == bool(outside):
        raise SlackRefusalError("invalid_arguments")
    for opened in store.views.values():
        if opened.id == name or (outside and external_id(opened.view) == outside):
            return opened
    raise SlackRefusalError("not_found")


def external_id(view: JsonObject) -> str:
    return str(view.get("external_id", ""))


def _check_external_id(store: Store, view: JsonObject, own: str) -> None:
    wanted = external_id(view)
    taken = {external_id(it.view) for it in store.views.values() if it.id != own}
    if wanted and wanted in taken:
        raise SlackRefusalError("duplicate_external_id")


def keep_view(store: Store, user: str, view: JsonObject) -> OpenView:
    name = f"V{new_id()}"
    opened = OpenView(id=name, user=user, view=view, root=name, hash=new_hash(store))
    store.views[name] = opened
    return opened


def new_hash(store: Store) -> str:
    return f"{int(store.clock())}.{new_id()}"
