"""Opening modals: trigger ids, and views that Slack refuses."""

import json

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.conftest import Clock
from tests.infra.sandbox.slack.pieces import (
    Json,
    ask,
    input_block,
    modal,
    mrkdwn,
    open_view,
    plain,
    section,
    text_input,
)

WRONG: list[tuple[object, str]] = [
    (modal(title=mrkdwn()), "unsupported type: mrkdwn [json-pointer:/view/title/type]"),
    (modal(title=plain("")), "must be more than 0 characters"),
    (modal(colour="red"), "invalid additional property: colour"),
    (modal(type="home"), "unsupported type: home [json-pointer:/view/type]"),
    ({"type": "modal", "title": plain()}, "missing required field: blocks"),
    (modal(section(), blocks=[]), "no less than 1 items allowed"),
    (modal(input_block(text_input(min_length=-1))), "must be between 0 and 3000"),
    (modal(input_block(text_input(max_length=0))), "must be between 1 and 3000"),
    (modal(input_block(text_input(max_length=3001))), "must be between 1 and 3000"),
    (modal(input_block(text_input(max_length=True))), "must be an integer"),
    (
        modal(input_block(text_input(min_length=9, max_length=8))),
        "min_length must not exceed max_length",
    ),
    (modal(input_block(), input_block()), "`block_id` already exists: reason"),
    ('"words"', "must be an object [json-pointer:/view]"),
    (None, "must be an object [json-pointer:/view]"),
]


def test_a_modal_opens_for_the_person_who_pressed(
    slack: LocalSlack, client: WebClient
) -> None:
    trigger = slack.store.new_trigger(acme.BO)
    view: Json = client.views_open(trigger_id=trigger, view=modal())["view"]

    assert [opened.id for opened in slack.views(acme.BO)] == [view["id"]]
    assert slack.views(acme.ADA) == ()
    assert view["private_metadata"] == "c:7f3c:4"
    assert view["state"] == {"values": {}}
    assert view["hash"]
    assert view["root_view_id"] == view["id"]


def test_a_view_may_come_as_json_text(store: Store) -> None:
    assert open_view(store, json.dumps(modal()))["ok"]


@pytest.mark.parametrize(("view", "fault"), WRONG)
def test_a_wrong_view_is_refused_with_its_fault(
    store: Store, view: object, fault: str
) -> None:
    answer = open_view(store, view)

    assert answer["error"] == "invalid_arguments"
    assert any(found.startswith(fault) for found in answer["errors"])
    assert store.views == {}


def test_a_modal_with_an_input_needs_a_submit_button(store: Store) -> None:
    view = {name: value for name, value in modal().items() if name != "submit"}

    assert "missing required field: submit" in str(open_view(store, view))
    assert open_view(store, {**view, "blocks": [section()]})["ok"]


@pytest.mark.parametrize(
    ("seconds", "error"), [(3.0, None), (3.001, "expired_trigger_id")]
)
def test_a_trigger_lives_three_seconds(
    store: Store, clock: Clock, seconds: float, error: str | None
) -> None:
    clock.now = 0.0
    trigger = store.new_trigger(acme.ADA)
    clock.now = seconds

    answer = ask(store, "views.open", trigger_id=trigger, view=modal())
    assert answer.get("error") == error


def test_a_trigger_opens_one_view(store: Store) -> None:
    trigger = store.new_trigger(acme.ADA)
    ask(store, "views.open", trigger_id=trigger, view=modal())

    again = ask(store, "views.open", trigger_id=trigger, view=modal())
    assert again["error"] == "exchanged_trigger_id"


def test_a_made_up_trigger_opens_nothing(store: Store) -> None:
    answer = ask(store, "views.open", trigger_id="1.2.three", view=modal())

    assert answer["error"] == "invalid_trigger_id"
