"""A review lists the keys that can be saved, to a responder."""

from chalice_app.domain.review import PER_PAGE
from chalice_app.errors import ChatSilentError
from infra.sandbox.slack import acme
from tests.fakes.reviewed import blocks, buttons, listed, ticked
from tests.fakes.reviews import asking, dialog, run, storm, submitting, turning
from tests.fakes.storms import digest_of, draw_all
from tests.fakes.world import World

COUNT = PER_PAGE * 2 + 5


def test_all_keys_that_can_be_saved_are_listed_and_ticked(world: World) -> None:
    storm(world, COUNT)
    seen: list[str] = []
    world.press(asking(world))
    for page in (1, 2, 3):
        if page > 1:
            assert world.press(turning(world, page)) is None
        assert ticked(world) == set(listed(world))
        seen += listed(world)

    members = world.tools.digests.members(digest_of(world).id)
    assert sorted(seen) == sorted(it.case_id for it in members)


def test_the_button_is_there_while_a_key_can_be_saved(world: World) -> None:
    storm(world)
    assert buttons(world) == ["rp.review"]

    world.configure(responders=())
    world.press(asking(world))
    assert "Nobody is configured" in str(blocks(world))


def test_where_no_key_is_in_need_that_is_said(world: World) -> None:
    storm(world)
    world.press(asking(world))
    world.press(submitting(world, 12))
    run(world)
    list(draw_all(world))
    assert buttons(world) == []

    world.press(asking(world))
    assert "There is no key here that Reprieve can save" in str(blocks(world))


def test_a_press_on_no_digest_of_ours_is_answered(world: World) -> None:
    storm(world)
    strange = asking(world)
    action = {"action_id": "rp.review", "value": "ffffffffff:1"}
    strange = type(strange)(
        button="rp.review",
        value="",
        at=world.now,
        given={**strange.given, "actions": [action]},
    )
    world.press(strange)

    assert "does not know this alert" in str(world.dialogs.shown(dialog()))


def test_slack_that_is_silent_is_told_and_tried_again(world: World) -> None:
    storm(world)
    press = asking(world)
    world.dialogs.fails = [ChatSilentError("views.update")]

    assert isinstance(world.press(press), ChatSilentError)
    assert "not read yet" in str(world.dialogs.shown(dialog()))
    assert world.press(press, attempt=2) is None
    assert len(listed(world)) == 12


def test_a_review_that_is_forgotten_restores_nothing(world: World) -> None:
    storm(world)
    world.press(asking(world))
    press = submitting(world, 12)
    for key in [it for it in world.table.items if it[0].startswith("REVIEW#")]:
        del world.table.items[key]
    world.press(press)

    assert world.looks.restores == []
    assert "This list of keys is too old" in world.answers[-1]
    assert world.chat.whispers[-1][0] == acme.ADA
