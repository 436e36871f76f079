"""Checkboxes, radio buttons and numbers: what is checked, and what is sent."""

from typing import Any

import pytest

from infra.sandbox.slack.inputs import input_errors, state_values
from infra.sandbox.slack.store import Store
from tests.infra.sandbox.slack.pieces import (
    Json,
    choosing,
    input_block,
    modal,
    open_view,
    option,
    options,
)

ONE, TWO, THREE = options(3)
BOXES = choosing(ONE, TWO, THREE, initial_options=[ONE, TWO])
RADIO = choosing(ONE, TWO, kind="radio_buttons", initial_option=TWO)
NUMBER = input_block(
    {
        "type": "number_input",
        "action_id": "n",
        "is_decimal_allowed": False,
        "min_value": "2",
        "max_value": "9",
    }
)


def state(block: Json, *typed: Any) -> Json:
    element = block["element"]["action_id"]
    values = {block["block_id"]: {element: typed[0]}} if typed else {}
    found: Json = state_values(modal(block), values)[block["block_id"]][element]
    return found


def test_boxes_are_sent_as_whole_options_in_their_order() -> None:
    assert state(BOXES) == {"type": "checkboxes", "selected_options": [ONE, TWO]}
    assert state(BOXES, ("key-2", "key-0"))["selected_options"] == [ONE, THREE]
    assert state(BOXES, ())["selected_options"] == []


def test_a_radio_button_is_sent_as_a_whole_option() -> None:
    assert state(RADIO) == {"type": "radio_buttons", "selected_option": TWO}
    assert state(RADIO, "key-0")["selected_option"] == ONE


def test_a_number_is_sent_as_text() -> None:
    assert state(NUMBER, "12") == {"type": "number_input", "value": "12"}
    assert state(NUMBER) == {"type": "number_input", "value": None}


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("5", ""),
        ("", "Please complete this required field."),
        ("five", "Please enter a valid number."),
        ("5.5", "Please enter a valid number."),
        ("1", "Please enter a number that is at least 2."),
        ("10", "Please enter a number that is at most 9."),
    ],
)
def test_a_number_is_checked_before_it_is_sent(typed: str, fault: str) -> None:
    found = input_errors(modal(NUMBER), {"reason": {"n": typed}})

    assert found.get("reason", "") == fault


@pytest.mark.parametrize(
    "block",
    [
        choosing(ONE, initial_options=[TWO]),
        choosing(ONE, TWO, kind="radio_buttons", initial_option=THREE),
        choosing(option(), option()),
    ],
)
def test_options_that_do_not_fit_are_refused(store: Store, block: Json) -> None:
    assert open_view(store, modal(block))["error"] == "invalid_arguments"
