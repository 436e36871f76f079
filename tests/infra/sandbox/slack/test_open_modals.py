"""A modal is drawn anew while it is open, and its buttons send what is filled in."""

import pytest

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.presses import NoSuchButtonError
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.submissions import NoSuchViewError
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import (
    Json,
    actions,
    ask,
    button,
    choosing,
    modal,
    open_view,
    options,
)

ONE, TWO, THREE = options(3)
BOXES = choosing(ONE, TWO, THREE, initial_options=[ONE, TWO])


def opened(store: Store, **changes: object) -> Json:
    view = modal(BOXES, actions(button(value="2")), external_id="list", **changes)
    found: Json = open_view(store, view)["view"]
    return found


@pytest.mark.parametrize("by", ["view_id", "external_id"])
def test_an_open_modal_is_drawn_anew(store: Store, by: str) -> None:
    before = opened(store)
    name = before["id"] if by == "view_id" else "list"

    told = ask(
        store, "views.update", view=modal(), **{by: name, "hash": before["hash"]}
    )

    assert told["view"]["id"] == before["id"]
    assert told["view"]["hash"] != before["hash"]
    assert store.views[before["id"]].view["blocks"][0]["block_id"] == "reason"


def test_what_cannot_be_drawn_anew_is_refused_by_name(store: Store) -> None:
    before = opened(store)
    name = before["id"]
    again = modal(external_id="list")

    def error(**how: object) -> object:
        return ask(store, "views.update", **{"view": modal(), **how}).get("error")

    assert error(external_id="other") == "not_found"
    assert error(view_id=name, hash="1.old") == "hash_conflict"
    assert error(view_id=name, external_id="list") == "invalid_arguments"
    assert error() == "invalid_arguments"
    assert open_view(store, again)["error"] == "duplicate_external_id"
    assert error(view_id=name, view=again) is None


def test_a_button_in_a_modal_sends_what_is_filled_in(
    slack: LocalSlack, app: AppDouble
) -> None:
    view = opened(slack.store)

    slack.press_in_view(view["id"], "rp.go", {"keys": {"keys": ("key-1",)}})

    payload = app.payloads[-1]
    assert payload["type"] == "block_actions"
    assert payload["container"] == {"type": "view", "view_id": view["id"]}
    assert not {"message", "channel", "response_url"} & payload.keys()
    assert payload["actions"][0]["value"] == "2"
    assert payload["view"]["hash"] == view["hash"]
    found = payload["view"]["state"]["values"]["keys"]["keys"]
    assert [it["value"] for it in found["selected_options"]] == ["key-1"]


def test_only_who_has_the_modal_open_can_press_what_it_shows(slack: LocalSlack) -> None:
    view = opened(slack.store)

    with pytest.raises(NoSuchButtonError):
        slack.press_in_view(view["id"], "rp.other")
    with pytest.raises(NoSuchViewError):
        slack.press_in_view(view["id"], "rp.go", user=acme.BO)
