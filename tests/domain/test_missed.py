"""What is found in trouble is news, unless it was disabled before the first sweep."""

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.missed import missed
from chalice_app.domain.subject import Subject, key_from_arn
from tests.shapes import KEY, reading

OTHER = key_from_arn(f"{KEY.arn}-2")
FOUND = {KEY: KeyState.DISABLED, OTHER: KeyState.PENDING_DELETION}


def look(
    states: dict[Subject, KeyState | None], known: set[str] | None
) -> tuple[set[Subject], frozenset[str]]:
    found = {key: reading(state) for key, state in states.items()}
    result = missed(found, None if known is None else frozenset(known))
    return set(result.keys), result.disabled


@pytest.mark.parametrize(
    ("known", "opened"),
    [(None, {OTHER}), (set(), {KEY, OTHER}), ({KEY.id}, {OTHER})],
)
def test_a_dying_key_is_always_news_a_disabled_one_if_it_was_not_known(
    known: set[str] | None, opened: set[Subject]
) -> None:
    assert look({**FOUND}, known) == (opened, frozenset({KEY.id}))


def test_a_key_that_was_enabled_meanwhile_is_news_the_next_time() -> None:
    _, known = look({KEY: KeyState.ENABLED}, {KEY.id})

    assert look({KEY: KeyState.DISABLED}, set(known))[0] == {KEY}


@pytest.mark.parametrize("state", [*sorted(set(KeyState) - set(FOUND.values())), None])
def test_other_states_are_nobodys_news(state: KeyState | None) -> None:
    opens = state is KeyState.PENDING_REPLICA_DELETION
    assert look({KEY: state}, set()) == ({KEY} if opens else set(), frozenset())
