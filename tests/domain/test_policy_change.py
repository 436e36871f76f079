"""A policy is compared by its statements, and only with one that is surely older."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.before import Before
from chalice_app.domain.policy_change import Compared, compared
from tests.shapes import moment

ROOT = {"Sid": "Root", "Effect": "Allow", "Action": "kms:*"}
SAVE = {"Sid": "Save", "Effect": "Allow", "Action": "kms:CancelKeyDeletion"}
DENY = {"Effect": "Deny", "Action": "kms:CancelKeyDeletion"}
STATEMENTS = st.lists(st.sampled_from([ROOT, SAVE, DENY, {**SAVE, "Effect": "Deny"}]))


def policy(*statements: Any) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def kept(*statements: Any) -> Before:
    return Before(read_at=moment(0), policy=policy(*statements))


def test_statements_are_removed_added_and_changed_by_name() -> None:
    now = policy({**ROOT, "Effect": "Deny"}, DENY)

    change = compared(kept(ROOT, SAVE), now, moment(9))

    assert change.verdict is Compared.CHANGED
    assert change.removed == ("Save",)
    assert change.changed == ("Root",)
    assert [json.loads(it) for it in change.added] == [DENY]


def test_one_statement_may_stand_without_a_list() -> None:
    alone = json.dumps({"Statement": ROOT})
    assert compared(kept(ROOT), alone, moment(9)).verdict is Compared.SAME


@given(STATEMENTS)
def test_the_order_of_statements_is_no_change(statements: list[Any]) -> None:
    now = policy(*reversed(statements))
    assert compared(kept(*statements), now, moment(9)).verdict is Compared.SAME


@given(STATEMENTS, STATEMENTS)
def test_a_change_names_what_it_is_in(old: list[Any], new: list[Any]) -> None:
    change = compared(kept(*old), policy(*new), moment(9))

    named = (*change.removed, *change.added, *change.changed)
    assert bool(named) is (change.verdict is Compared.CHANGED)
    back = compared(kept(*new), policy(*old), moment(9))
    assert (change.removed, change.added) == (back.added, back.removed)


@pytest.mark.parametrize(
    ("before", "now", "at", "verdict"),
    [
        (None, policy(), 9, Compared.NO_BEFORE),
        (replace(kept(), policy=None), policy(), 9, Compared.NO_BEFORE),
        (kept(), policy(), 0, Compared.LATE),
        (kept(), None, 9, Compared.NOT_READ),
        (kept(), "{", 9, Compared.NOT_READ),
        (kept(), policy(), 9, Compared.SAME),
    ],
)
def test_what_is_not_known_is_no_difference(
    before: Before | None, now: str | None, at: int, verdict: Compared
) -> None:
    assert compared(before, now, moment(at)).verdict is verdict
