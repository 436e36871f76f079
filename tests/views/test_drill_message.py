"""A drill says at once that it is one, and offers nothing but its own button."""

from dataclasses import replace
from typing import Any

from chalice_app.domain.case_parts import Place
from chalice_app.domain.drill import Drill, DrillNews, DrillPress
from chalice_app.views.drill_message import drill_message
from infra.sandbox.slack import acme
from tests.fakes.drills import ID
from tests.shapes import moment
from tests.views.drawings import WORDS, buttons, check, said

DRILL = Drill(
    news=DrillNews(id=ID, event_at=moment(0), news_at=moment(1)),
    began_at=moment(2),
    place=Place(channel=acme.CHANNEL, ts="1700000000.000001"),
)
PRESSED = replace(
    DRILL,
    press=DrillPress(
        user=acme.ADA,
        pressed_at=moment(60),
        queued_at=moment(61),
        received_at=moment(62),
        done_at=moment(63),
    ),
)


def drawn(drill: Drill, *, anybody: bool = True) -> Any:
    shown: Any = drill_message(drill, WORDS, anybody=anybody)
    check(shown)
    return shown


def test_header_summary_and_body_say_that_it_is_a_drill_and_no_key_is_in_danger() -> (
    None
):
    shown = drawn(DRILL)
    header, body = (it["text"]["text"] for it in shown["blocks"][:2])
    assert shown["text"].startswith("Drill. No key is in danger.")
    assert "Drill: no key is in danger" in header
    assert "*No key is in danger.*" in body


def test_its_one_button_carries_the_drill_and_no_case() -> None:
    [button] = buttons(drawn(DRILL))
    assert (button["action_id"], button["value"]) == ("rp.drill", f"{ID}:1")
    assert "drill" in button["text"]["text"]
    assert "confirm" not in button


def test_the_first_press_is_shown_and_the_button_stays_for_others() -> None:
    shown = drawn(PRESSED)
    line = WORDS.say("drill.pressed", person=f"<@{acme.ADA}>", when="")
    assert f"<@{acme.ADA}>" in said(shown)
    assert line.rpartition(",")[2] in said(shown)
    [button] = buttons(shown)
    assert button["value"] == f"{ID}:2"


def test_a_rewritten_row_of_buttons_has_a_new_id() -> None:
    rows = [drawn(it)["blocks"][-2]["block_id"] for it in (DRILL, PRESSED)]
    assert len(set(rows)) == 2


def test_without_a_responder_there_is_no_button_and_it_says_why() -> None:
    shown = drawn(DRILL, anybody=False)
    assert buttons(shown) == []
    assert WORDS.say("alert.nobody") in said(shown)
