"""What a digest tells of its cases, and in which order."""

from dataclasses import replace
from typing import Any

from chalice_app.domain.case import Case, joined, looked_at
from chalice_app.domain.digest import (
    PAGE,
    Member,
    by_danger,
    mark_of,
    member_of,
    paged,
)
from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import Phase
from tests.shapes import case, event, moment, reading


def member(number: int, phase: Phase = Phase.DISABLED, **changes: Any) -> Member:
    plain = Member(
        case_id=f"{number:010}",
        version=1,
        key=f"key-{number}",
        name=f"alias/{number}",
        account="111122223333",
        region="eu-west-1",
        phase=phase,
        due=None,
        actor="alice",
        at=moment(number),
    )
    return replace(plain, **changes)


def dying(**more: Any) -> Case:
    return looked_at(case(), reading(KeyState.PENDING_DELETION, **more))


def test_a_member_is_named_by_its_alias_and_dies_when_kms_says() -> None:
    told = member_of(dying(aliases=("alias/a",), deletion_date=moment(900)))

    assert (told.name, told.due, told.phase) == (
        "alias/a",
        moment(900),
        Phase.SCHEDULED,
    )
    assert told.actor == "alice (role Deploy)"


def test_a_key_that_was_not_read_is_named_by_its_id() -> None:
    assert member_of(case()).name == case().subject.id


def test_every_change_that_people_would_see_is_another_mark() -> None:
    before = dying()
    after = joined(before, event("CancelKeyDeletion", 400))

    assert mark_of([member_of(before)]) != mark_of([member_of(after)])


def test_who_dies_first_stands_first_and_who_is_well_last() -> None:
    ordered = by_danger(
        [
            member(1, Phase.RESOLVED),
            member(2, Phase.DISABLED),
            member(3, Phase.SCHEDULED),
            member(4, Phase.SCHEDULED, due=moment(900)),
            member(5, Phase.SCHEDULED, due=moment(800)),
            member(6, Phase.DELETED),
        ]
    )

    assert [int(it.case_id) for it in ordered] == [5, 4, 3, 2, 6, 1]


def test_every_phase_has_its_rank() -> None:
    assert len(by_danger(member(1, phase) for phase in Phase)) == len(Phase)


def test_pages_hold_each_member_once() -> None:
    members = [member(number) for number in range(PAGE * 2 + 1)]

    pages = paged(members)

    assert [len(page) for page in pages] == [PAGE, PAGE, 1]
    assert [it for page in pages for it in page] == members
