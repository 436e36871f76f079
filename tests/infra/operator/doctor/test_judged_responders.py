"""Whether somebody may press, and everybody who is listed."""

from typing import Any

import pytest

from chalice_app.domain.responder import Person
from chalice_app.domain.watcher.finding import Verdict
from infra.operator.doctor.judging.responders import judged_people
from infra.sandbox.slack import acme
from tests.infra.operator.doctor.told import told


def person(id_: str, **how: bool) -> Person:
    return Person(id=id_, team=acme.HOME, **how)


ADA = {acme.ADA: person(acme.ADA)}
REFUSED = [
    ({acme.BO: None}, "responder_outsider"),
    ({acme.BO: Person(id=acme.BO, team=acme.OTHER)}, "responder_outsider"),
    ({acme.BO: person(acme.BO, stranger=True)}, "responder_outsider"),
    ({acme.BO: person(acme.BO, deleted=True)}, "responder_deactivated"),
    ({acme.BO: person(acme.BO, bot=True)}, "responder_bot"),
    ({acme.BO: person(acme.BO, guest=True)}, "responder_guest"),
]


@pytest.mark.parametrize(("people", "name"), REFUSED)
def test_who_is_listed_must_be_able_to_press(people: Any, name: str) -> None:
    found = list(judged_people({**ADA, **people}, acme.HOME, 0, None))

    assert told(found) == [name, "responders_may"]
    assert found[0].verdict is Verdict.WRONG


def test_in_a_group_one_who_may_is_enough() -> None:
    people = {acme.BO: person(acme.BO, guest=True)}

    [beside, _] = judged_people({**ADA, **people}, acme.HOME, 0, acme.RESPONDERS)
    [alone] = judged_people(people, acme.HOME, 0, acme.RESPONDERS)

    assert beside.verdict is Verdict.WARNING
    assert alone.verdict is Verdict.WRONG


def test_who_was_not_looked_at_is_said() -> None:
    found = judged_people(ADA, acme.HOME, 7, acme.RESPONDERS)
    assert told(found) == ["responders_may", "responders_left"]
