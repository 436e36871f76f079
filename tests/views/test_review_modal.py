"""The modal of a review: it fits, and what it says is read back as it was drawn."""

from dataclasses import replace
from typing import Any

import pytest

from chalice_app.domain.phase import Phase
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.review import LEFT_OUT_MOST, PER_PAGE, Review
from chalice_app.views.review_form import form_in
from chalice_app.views.review_modal import Sheet, review_modal
from infra.sandbox.slack.inputs import state_values
from infra.sandbox.slack.view_checks import read_view
from tests.views.drawings import WORDS
from tests.views.reviewing import IDS, MEMBERS, REVIEW, member, sheet

TYPED = {"number": {"text": "12"}, "reason": {"text": "Wrong account"}}


def drawn(given: Sheet) -> Any:
    return read_view(dict(review_modal(given, "rp.review.1", WORDS)))


def sent(view: Any, **ticks: tuple[str, ...]) -> Any:
    boxes = {block: {"keys": ticked} for block, ticked in ticks.items()}
    state = state_values(view, {**TYPED, **boxes})
    return {**view, "state": {"values": state}, "hash": "1.a"}


@pytest.mark.parametrize("page", [1, 2])
def test_what_is_drawn_is_read_back(page: int) -> None:
    out = frozenset({IDS[1], IDS[-1]})
    form = form_in(sent(drawn(sheet(page, out))))

    assert (form.review, form.digest, form.page) == (REVIEW.id, REVIEW.digest, page)
    assert form.left_out == out
    assert form.chosen == len(IDS) - 2
    assert (form.typed, form.reason) == ("12", "Wrong account")
    assert form.remedy is Remedy.CANCEL_DELETION


def test_an_unticked_key_is_left_out_and_a_ticked_one_is_not() -> None:
    view = drawn(sheet(1, frozenset({IDS[0]})))
    form = form_in(sent(view, **{"keys.1.0": IDS[:9]}))

    assert form.left_out == {IDS[9]}


def test_the_most_that_can_be_left_out_fits() -> None:
    ids = tuple(f"{number:010x}" for number in range(LEFT_OUT_MOST + 2 * PER_PAGE))
    many = replace(REVIEW, cases=ids)
    out = frozenset(ids[PER_PAGE : PER_PAGE + LEFT_OUT_MOST])
    view = drawn(Sheet(review=many, members=MEMBERS, left_out=out, page=1))

    assert form_in(sent(view)).left_out == out


def test_a_key_is_shown_by_its_name_and_when_it_dies() -> None:
    option = drawn(sheet())["blocks"][1]["element"]["options"][3]

    assert option["text"]["text"] == "alias/prod/service-3"
    assert option["text"]["emoji"] is False
    about = "RP-0000000003, Deletion scheduled, not before 1 Dec 2026 12:03 UTC"
    assert option["description"]["text"] == about


def test_a_name_of_any_length_and_any_signs_fits() -> None:
    strange = replace(member(0), name="\u202e<!channel> *" * 40)
    view = drawn(replace(sheet(), members=[strange, *MEMBERS[1:]]))

    shown = view["blocks"][1]["element"]["options"][0]["text"]
    assert shown["type"] == "plain_text"
    assert "\u202e" not in shown["text"]


@pytest.mark.parametrize(
    ("phase", "first"),
    [
        (Phase.SCHEDULED, Remedy.CANCEL_DELETION),
        (Phase.DISABLED, Remedy.CANCEL_AND_ENABLE),
    ],
)
def test_what_is_chosen_at_first_can_help(phase: Phase, first: Remedy) -> None:
    members = [member(number, phase) for number in range(3)]
    review = Review(id="r", digest="d", cases=IDS[:3])
    view = drawn(Sheet(review=review, members=members, left_out=frozenset(), page=1))

    assert form_in(sent(view)).remedy is first


@pytest.mark.parametrize(
    ("left_out", "typed", "fault"),
    [
        (0, "25", None),
        (0, " 25 ", None),
        (0, "24", "other_number"),
        (0, "", "other_number"),
        (1, "24", None),
        (25, "0", "none_chosen"),
        (LEFT_OUT_MOST + 1, "1", "too_many_left_out"),
    ],
)
def test_only_the_number_that_is_chosen_is_right(
    left_out: int, typed: str, fault: str | None
) -> None:
    form = form_in(sent(drawn(sheet())))
    out = frozenset(map(str, range(left_out)))

    assert replace(form, left_out=out, typed=typed).fault == fault
