"""A signed press of somebody who may not press changes nothing and is answered."""

from dataclasses import dataclass, field

import pytest

from infra.sandbox.pressing import asked_for_reason
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from infra.sandbox.slack.shapes import JsonObject
from tests.planted import REASON
from tests.stories.trouble import Trouble, assert_untouched, next_word_to

FOREIGN_TEAM = {"user": {"team_id": acme.OTHER}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    user: str
    why: str
    changes: JsonObject = field(default_factory=dict)


PEOPLE = {
    "a guest of several channels": Person(user=acme.GUEST, why="guest"),
    "a guest of one channel": Person(user=acme.SINGLE_GUEST, why="guest"),
    "a bot": Person(user=acme.ROBOT, why="bot"),
    "a stranger": Person(user=acme.STRANGER, why="outsider"),
    "a responder's id of a foreign team": Person(
        user=acme.ADA, why="outsider", changes=FOREIGN_TEAM
    ),
    "a deactivated responder": Person(user=acme.GONE, why="deactivated"),
    "a person who is not listed": Person(user=acme.EVE, why="not_listed"),
}


def expected(person: Person, scene: Scene) -> str:
    people = ", ".join(f"<@{each}>" for each in scene.world.responders)
    return WORDS.say(f"standing.{person.why}", responders=people)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_click_of_somebody_who_may_not_press_calls_nothing_and_is_answered(
    who: str, scene: Scene, dying: Trouble
) -> None:
    person, slack = PEOPLE[who], scene.world.slack

    said = next_word_to(
        scene,
        dying,
        person.user,
        lambda: slack.press(
            dying.alert.ts,
            "rp.cancel_enable",
            user=person.user,
            changes=person.changes,
        ),
    )

    assert said == expected(person, scene)
    assert_untouched(scene, dying)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_reason_of_somebody_who_may_not_press_calls_nothing_and_is_answered(
    who: str, scene: Scene, dying: Trouble
) -> None:
    person, slack = PEOPLE[who], scene.world.slack
    view = asked_for_reason(slack, dying.alert, person.user)

    said = next_word_to(
        scene,
        dying,
        person.user,
        lambda: slack.submit(
            view.id,
            {"reason": {"text": REASON}},
            user=person.user,
            changes=person.changes,
        ),
    )

    assert said == expected(person, scene)
    assert_untouched(scene, dying)
