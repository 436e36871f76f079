"""A responder restores many keys: each is proved, by the protocol of a single press."""

from dataclasses import replace

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.ledger import Kind, entry_id
from infra.sandbox.slack import acme
from tests.fakes.news import record
from tests.fakes.places import NOON
from tests.fakes.restores import members, restored, thread
from tests.fakes.reviews import REASON, asking, dialog, run, step, storm, submitting
from tests.fakes.storms import draw_all
from tests.fakes.world import World


def test_every_key_is_proved_and_none_that_was_left_out_is_touched(
    world: World,
) -> None:
    arns = restored(world, without=1)
    run(world)

    states = [world.state(it) for it in arns]
    assert states.count(KeyState.ENABLED) == 11
    assert states.count(KeyState.PENDING_DELETION) == 1
    calls = [
        (str(it.given[0]), it.given[1].arn) for it in world.journal.named("keys.call")
    ]
    assert len(set(calls)) == len(calls) == 22


def test_each_case_has_its_entries_in_the_ledger(world: World) -> None:
    restored(world)
    [(restore_id, *_)] = world.looks.restores
    run(world)

    for case_id in members(world):
        case = world.tools.cases.get(case_id)
        assert case
        assert [act.user for act in case.saved] == [acme.ADA]
        for kind in (Kind.ASKED, Kind.PROVED):
            entry = world.tools.ledger.entry(case_id, entry_id(restore_id, kind))
            assert entry
            assert entry.reason == REASON


def test_no_second_has_more_than_five_calls(world: World) -> None:
    for remedy in ("cancel_deletion", "cancel_and_enable"):
        world = World()
        restored(world, remedy=remedy)
        while world.looks.restores:
            made = len(world.journal.named("keys.call"))
            assert world.looks.restores[0][2] >= 1 or made == 0
            step(world)
            assert len(world.journal.named("keys.call")) - made <= 5


def test_only_cancelling_leaves_the_keys_disabled(world: World) -> None:
    arns = restored(world, remedy="cancel_deletion")
    run(world)

    assert {world.state(it) for it in arns} == {KeyState.DISABLED}
    assert "Proved: 12, KMS confirms `Disabled`." in thread(world)[-1]


@pytest.mark.parametrize("number", [0, 11, 13])
def test_another_number_restores_nothing(world: World, number: int) -> None:
    storm(world)
    world.press(asking(world))
    world.press(submitting(world, number))

    assert world.looks.restores == []
    assert "Nothing was done: 12 keys are chosen" in world.answers[-1]


def test_somebody_who_may_not_press_sees_no_key(world: World) -> None:
    storm(world)
    world.press(asking(world, acme.EVE))

    shown = world.dialogs.shown(dialog(acme.EVE))
    assert "You are not one of the responders" in str(shown)
    assert "checkboxes" not in str(shown)


def test_somebody_who_may_not_press_restores_nothing(world: World) -> None:
    storm(world)
    world.press(asking(world))
    world.press(replace(submitting(world, 12), user=acme.EVE))

    assert world.looks.restores == []


def test_an_order_that_no_responder_asked_for_does_nothing(world: World) -> None:
    storm(world)
    world.looks.restores = [("made-up", 1, 0)]
    run(world)

    assert world.journal.named("keys.call") == []


def test_a_key_that_was_disabled_before_stays_so_until_a_second_review(
    world: World,
) -> None:
    arns = restored(world)
    before = record("DisableKey", key=arns[0], at=NOON)
    world.deliver(before)
    run(world)
    assert world.state(arns[0]) is KeyState.DISABLED
    assert "Proved: 1, KMS confirms `Disabled`." in thread(world)[-1]

    list(draw_all(world))
    world.press(asking(world))
    world.press(submitting(world, 1))
    run(world)
    assert world.state(arns[0]) is KeyState.ENABLED
