"""The line about a policy names statements as code, a few of them, and no markup."""

import pytest
from hypothesis import given

from chalice_app.domain.before import Before
from chalice_app.domain.policy_change import Compared, PolicyChange
from chalice_app.views.policy_line import of_policy
from tests.shapes import START
from tests.views.drawings import WORDS, skeleton
from tests.views.hostile import TEXTS

BEFORE = Before(read_at=START, policy="{}")
LONGEST_LINE = 3000


def line(*names: str) -> str:
    change = PolicyChange(verdict=Compared.CHANGED, removed=names)
    return of_policy(change, BEFORE, "cases: CASE#1 / BEFORE", WORDS)


@given(TEXTS)
def test_the_name_of_a_statement_is_no_markup(name: str) -> None:
    assert skeleton(line(name)) == skeleton(line("Root"))


def test_many_long_names_are_cut_and_counted() -> None:
    said = line(*(f"{it}{'x' * 300}" for it in range(99)))

    assert "and 94 more" in said
    assert len(said) < LONGEST_LINE


@pytest.mark.parametrize(
    "verdict", [Compared.CHANGED, Compared.SAME, Compared.NOT_READ]
)
def test_it_says_where_the_older_policy_is(verdict: Compared) -> None:
    said = of_policy(PolicyChange(verdict=verdict), BEFORE, "cases: CASE#1", WORDS)
    assert "`cases: CASE#1`" in said


@pytest.mark.parametrize("verdict", [Compared.LATE, Compared.NO_BEFORE])
def test_what_is_not_older_is_not_called_so(verdict: Compared) -> None:
    said = of_policy(PolicyChange(verdict=verdict), BEFORE, "cases: CASE#1", WORDS)
    assert "not known here" in said
    assert "CASE#1" not in said
