"""Who may press: each reason to refuse, their order, and that doubt refuses."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.responder import Person, Standing, standing

HOME = "T0ACME0001"
OTHER = "T0OTHER0001"
ADA = Person(id="U0ADALOVE1", team=HOME)
LISTED = frozenset({ADA.id})


def judged(
    person: Person | None,
    responders: frozenset[str] | None = LISTED,
    claimed: str | None = HOME,
) -> Standing:
    return standing(person, home_team=HOME, claimed_team=claimed, responders=responders)


def test_a_listed_member_may_press() -> None:
    assert judged(ADA) is Standing.MAY_PRESS


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"stranger": True}, Standing.OUTSIDER),
        ({"team": OTHER}, Standing.OUTSIDER),
        ({"deleted": True}, Standing.DEACTIVATED),
        ({"bot": True}, Standing.BOT),
        ({"guest": True}, Standing.GUEST),
        ({"id": "U0EVEOTHER"}, Standing.NOT_LISTED),
    ],
)
def test_each_reason_alone_refuses(changes: dict[str, Any], why: Standing) -> None:
    assert judged(replace(ADA, **changes)) is why


@pytest.mark.parametrize("claimed", [OTHER, None, ""])
def test_the_team_in_the_press_must_be_ours_too(claimed: str | None) -> None:
    assert judged(ADA, claimed=claimed) is Standing.OUTSIDER


def test_a_person_whom_slack_does_not_know_is_an_outsider() -> None:
    assert judged(None) is Standing.OUTSIDER


def test_without_a_team_of_our_own_nobody_is_at_home() -> None:
    nowhere = standing(
        replace(ADA, team=""), home_team="", claimed_team="", responders=LISTED
    )
    assert nowhere is Standing.OUTSIDER


@pytest.mark.parametrize(
    ("responders", "why"),
    [(None, Standing.GROUP_UNREADABLE), (frozenset(), Standing.NOBODY_CONFIGURED)],
)
def test_without_a_list_nobody_may_press(
    responders: frozenset[str] | None, why: Standing
) -> None:
    assert judged(ADA, responders) is why


@pytest.mark.parametrize(
    ("members", "why"),
    [
        (None, Standing.GROUP_UNREADABLE),
        (frozenset(), Standing.GROUP_EMPTY),
        (frozenset({"U0BOLINDQ2"}), Standing.NOT_LISTED),
        (LISTED, Standing.MAY_PRESS),
    ],
)
def test_a_group_with_nobody_in_it_is_configured(
    members: frozenset[str] | None, why: Standing
) -> None:
    by_group = standing(
        ADA, home_team=HOME, claimed_team=HOME, responders=members, by_group=True
    )
    assert by_group is why


def test_the_first_reason_in_this_order_is_told() -> None:
    everything = Person(
        id="U0", team=HOME, bot=True, deleted=True, guest=True, stranger=True
    )
    steps: list[tuple[dict[str, Any], Standing]] = [
        ({}, Standing.OUTSIDER),
        ({"stranger": False}, Standing.DEACTIVATED),
        ({"deleted": False}, Standing.BOT),
        ({"bot": False}, Standing.GUEST),
        ({"guest": False}, Standing.GROUP_UNREADABLE),
    ]
    person = everything
    for changes, why in steps:
        person = replace(person, **changes)
        assert judged(person, None) is why
    assert judged(person, LISTED) is Standing.NOT_LISTED


@given(
    person=st.builds(
        Person,
        id=st.sampled_from([ADA.id, "U0EVEOTHER"]),
        team=st.sampled_from([HOME, OTHER, ""]),
    ),
    claimed=st.sampled_from([HOME, OTHER, "", None]),
    responders=st.none() | st.frozensets(st.sampled_from([ADA.id, "U0BOLINDQ2"])),
)
def test_only_a_plain_listed_member_of_our_team_may_press(
    person: Person, claimed: str | None, responders: frozenset[str] | None
) -> None:
    may = judged(person, responders, claimed) is Standing.MAY_PRESS
    flags = person.bot or person.deleted or person.guest or person.stranger
    listed = responders is not None and person.id in responders
    assert may == (listed and not flags and person.team == claimed == HOME)
