"""A modal as a form: labels, hints and errors tied to their inputs."""

from typing import Any

from tests.infra.sandbox.page.html.drawing import form
from tests.infra.sandbox.page.html.reading import read
from tests.infra.sandbox.slack.pieces import input_block, modal, plain, text_input

ASKED = modal(input_block(text_input(multiline=True), hint=plain("Kept.")))


def without(view: Any, name: str) -> Any:
    return {key: value for key, value in view.items() if key != name}


def test_an_input_has_its_label_and_its_hint() -> None:
    shown = read(form(ASKED).html)
    field = shown.one("textarea")

    assert shown.one("label")["for"] == field["id"]
    assert field["name"] == "reason"
    assert field["aria-required"] == "true"
    assert field["aria-describedby"] == f"{field['id']}-hint"
    assert "aria-invalid" not in field


def test_an_error_stands_below_its_input_and_is_read_with_it() -> None:
    shown = read(form(ASKED, errors={"reason": "Too <short>."}).html)
    field, error = shown.one("textarea"), shown.all("p")[-1]

    assert field["aria-invalid"] == "true"
    assert field["aria-describedby"].split() == [
        f"{field['id']}-hint",
        f"{field['id']}-error",
    ]
    assert (error["id"], error["role"]) == (f"{field['id']}-error", "alert")
    assert "Too <short>." in shown.text


def test_a_line_may_be_optional_and_hold_words_already() -> None:
    line = text_input(initial_value='"old"', placeholder=plain("e.g. <name>"))
    shown = read(form(modal(input_block(line, optional=True))).html)
    field = shown.one("input")

    assert (field["value"], field["placeholder"]) == ('"old"', "e.g. <name>")
    assert "aria-required" not in field
    assert "Reason (optional)" in shown.text


def test_a_text_of_several_lines_keeps_its_first_line_feed_and_its_signs() -> None:
    given = text_input(multiline=True, initial_value="\n<second>")

    assert "\n\n&lt;second&gt;</textarea>" in form(modal(input_block(given))).html


def test_the_form_is_named_by_its_title_and_has_two_ways_out() -> None:
    shown = read(form(ASKED).html)

    assert shown.one("form")["aria-labelledby"] == shown.one("h2")["id"]
    assert [it["type"] for it in shown.all("button")] == ["button", "submit"]
    assert shown.text.endswith("Go backCancel deletion")
    only = read(form(without(ASKED, "close")).html)
    assert [it["type"] for it in only.all("button")] == ["submit"]


def test_trouble_with_the_app_is_told_in_the_form() -> None:
    shown = read(form(ASKED, trouble="We had some trouble.").html)

    assert shown.all("p")[-1]["role"] == "alert"
    assert "We had some trouble." in shown.text
