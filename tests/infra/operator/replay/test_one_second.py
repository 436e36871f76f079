"""Calls of one second, whose order CloudTrail leaves open, are put as KMS took them."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.key import KeyState
from chalice_app.domain.key_event import KeyEvent
from infra.operator.replay.key_life import KeyLife
from infra.operator.replay.one_second import in_order
from tests.shapes import event, refused

DYING, ENABLED, DISABLED = (
    KeyState.PENDING_DELETION,
    KeyState.ENABLED,
    KeyState.DISABLED,
)
SHORT = {
    "off": "DisableKey",
    "end": "ScheduleKeyDeletion",
    "save": "CancelKeyDeletion",
    "on": "EnableKey",
    "policy": "PutKeyPolicy",
}


def calls(text: str) -> list[KeyEvent]:
    return [
        event(SHORT[name], event_id=f"{name}-{number}")
        for number, name in enumerate(text.split())
    ]


def names(events: tuple[KeyEvent, ...]) -> str:
    words = {name: word for word, name in SHORT.items()}
    return " ".join(words[it.name] for it in events)


@pytest.mark.parametrize(
    ("state", "order"),
    [
        (DYING, "save on"),
        (DYING, "save end"),
        (DYING, "save on end"),
        (ENABLED, "off end"),
        (ENABLED, "on end"),
        (ENABLED, "end save on"),
        (ENABLED, "off end save on policy"),
        (DISABLED, "off on"),
        (None, "end save on"),
    ],
)
def test_however_they_come_they_are_put_as_kms_can_have_taken_them(
    state: KeyState | None, order: str
) -> None:
    for mixed in permutations(calls(order)):
        assert names(in_order(mixed, state)) == order


def test_what_was_refused_comes_last() -> None:
    attempt = refused("CancelKeyDeletion")
    [call] = calls("end")

    assert in_order([attempt, call], ENABLED) == (call, attempt)


@st.composite
def taken(draw: st.DrawFn) -> tuple[bool, list[KeyEvent]]:
    """Draw what KMS took in one second, beginning with a dying key or another."""
    dies = began = draw(st.booleans())
    words = []
    for _ in range(draw(st.integers(0, 5))):
        words.append(draw(st.sampled_from(["save"] if dies else ["off", "end", "on"])))
        dies = words[-1] == "end"
    return began, draw(st.permutations(calls(" ".join(words))))


@given(taken())
def test_it_ends_dying_or_not_as_it_really_did(
    drawn: tuple[bool, list[KeyEvent]],
) -> None:
    dies, events = drawn
    left = sum(it.name == "ScheduleKeyDeletion" for it in events) - sum(
        it.name == "CancelKeyDeletion" for it in events
    )
    order = in_order(events, DYING if dies else ENABLED)

    life = KeyLife()
    for it in (*calls("end" if dies else "on"), *order):
        life.hear(it)
    assert life.reading
    assert (life.reading.state is DYING) is bool(dies + left)


def test_a_script_of_many_calls_in_one_second_keeps_the_usual_order() -> None:
    many = calls("on save end off on save end off")

    assert names(in_order(many, ENABLED)) == "off off end end save save on on"
