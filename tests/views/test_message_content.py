"""What an alert says and offers where it matters."""

from dataclasses import replace
from typing import Any

import pytest

from chalice_app.domain.case import Case, looking
from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import Phase
from chalice_app.views.slack_message import message
from chalice_app.views.words import Words
from tests.shapes import case, event, moment, reading
from tests.views.drawings import ACT, PHASES, WORDS, buttons, drawn, said, seen

DATED = event(deletion_date=moment(604_800))
GARBLED = event(deletion_date_text="Smarch 13")
OFFERED = {
    Phase.SCHEDULED: [
        *("rp.cancel", "rp.cancel_enable", "rp.looking", "rp.snooze", "rp.intended"),
    ],
    Phase.WAITING_FOR_REPLICAS: [
        *("rp.cancel", "rp.cancel_enable", "rp.looking", "rp.console"),
    ],
    Phase.DISABLED: [
        *("rp.enable", "rp.looking", "rp.snooze", "rp.expected", "rp.console"),
    ],
    Phase.REFUSED: ["rp.looking", "rp.expected", "rp.console"],
    Phase.CANCELLED: ["rp.enable", "rp.looking", "rp.console"],
    Phase.RESOLVED: ["rp.console"],
    Phase.DELETED: ["rp.console"],
    Phase.MATERIAL_GONE: ["rp.looking", "rp.console"],
    Phase.KEY_STORE_DISCONNECTED: ["rp.looking"],
    Phase.KEY_STORE_DELETED: ["rp.looking"],
    Phase.UNREADABLE: ["rp.looking"],
}


@pytest.mark.parametrize("phase", Phase)
def test_which_buttons_a_phase_has(phase: Phase) -> None:
    shown = [it["action_id"] for it in buttons(drawn(PHASES[phase]))]
    assert shown == OFFERED[phase]


@pytest.mark.parametrize("phase", Phase)
def test_without_a_responder_there_is_no_button_and_the_reason_is_said(
    phase: Phase,
) -> None:
    shown = drawn(PHASES[phase], anybody=False)
    assert all("value" not in it for it in buttons(shown))
    over = phase in {Phase.RESOLVED, Phase.DELETED}
    assert (WORDS.say("alert.nobody") in said(shown)) is not over


@pytest.mark.parametrize("phase", Phase)
def test_a_key_of_another_account_has_no_button_and_the_reason_is_said(
    phase: Phase,
) -> None:
    shown = drawn(replace(PHASES[phase], ours=False))
    assert all("value" not in it for it in buttons(shown))
    assert WORDS.say("alert.not_ours") in said(shown)


@pytest.mark.parametrize(
    ("found", "said_in_text"),
    [
        (PHASES[Phase.SCHEDULED], "9 Mar 2026 10:00 UTC"),
        (case(trouble=DATED), "9 Mar 2026 10:00 UTC"),
        (case(trouble=GARBLED), "`Smarch 13`"),
        (case(), WORDS.say("alert.no_date")),
    ],
)
def test_the_deletion_date_is_said_as_well_as_it_is_known(
    found: Case, said_in_text: str
) -> None:
    shown = drawn(found)
    assert said_in_text in shown["text"]
    assert said_in_text in said(shown)


def test_the_date_that_kms_gives_wins_over_the_events() -> None:
    dying = seen(KeyState.PENDING_DELETION, 1, deletion_date=moment(86_400))
    shown = drawn(case(trouble=DATED, reading=dying))
    assert "3 Mar 2026 10:00 UTC" in shown["text"]
    assert "9 Mar 2026" not in said(shown)


@pytest.mark.parametrize(
    ("refusal", "passing", "word"),
    [
        ("AccessDeniedException", False, "alert.unread_denied"),
        ("AccessDenied", False, "alert.unread_denied"),
        ("ThrottlingException", True, "alert.unread_passing"),
        ("BrandNewState", False, "alert.unread_other"),
    ],
)
def test_what_could_not_be_read_is_said_with_who_can_act(
    refusal: str, word: str, *, passing: bool
) -> None:
    hidden = reading(None, 2, refusal=refusal, passing=passing)
    shown = drawn(case(reading=hidden))
    assert f"`{refusal}`" in said(shown)
    assert WORDS.say(word) in said(shown)
    drawn_buttons = [it["action_id"] for it in buttons(shown)]
    assert drawn_buttons == ["rp.looking", "rp.intended", "rp.console"]


def test_a_contradiction_is_said_and_the_event_is_believed() -> None:
    shown = drawn(case("DisableKey", reading=seen(KeyState.ENABLED, 2)))
    assert "KMS does not show this yet" in said(shown)
    assert shown["text"].startswith("Key disabled")
    settled = drawn(PHASES[Phase.DISABLED])
    assert "KMS does not show this yet" not in said(settled)


def test_people_who_acted_and_who_look_are_named_with_their_reason() -> None:
    found = looking(looking(PHASES[Phase.CANCELLED], "U1"), "U2")
    whole = said(drawn(found))
    for part in ("by <@U0ADALOVE1>", ACT.reason, "<@U1>, <@U2>"):
        assert part
        assert part in whole


def test_attempts_are_counted_with_the_answer_of_aws() -> None:
    found = replace(PHASES[Phase.REFUSED], tries=3)
    whole = said(drawn(found))
    assert "*Attempts*\n3" in whole
    assert "*AWS's answer*\n`AccessDenied`" in whole


def test_a_long_name_leaves_room_for_the_words_of_a_headline() -> None:
    words = Words({**WORDS.sentences, "alert.disabled.title": "{key} wurde gesperrt"})
    named = seen(KeyState.DISABLED)
    found = case("DisableKey", reading=replace(named, aliases=("a" * 300,)))
    header: Any = message(found, words, anybody=True)["blocks"]
    assert header[0]["text"]["text"].endswith("… wurde gesperrt")


def test_the_case_before_is_linked() -> None:
    found = replace(PHASES[Phase.SCHEDULED], previous="0a1b2c3d4e")
    whole = said(drawn(found, earlier="https://acme.slack.com/archives/C1/p1"))
    assert "<https://acme.slack.com/archives/C1/p1|RP-0A1B2C3D4E>" in whole


def test_an_unreadable_delivery_shows_how_it_begins() -> None:
    shown = drawn(PHASES[Phase.UNREADABLE])
    assert "`The text is not JSON.`" in shown["text"]
    assert "[1]" in said(shown)
