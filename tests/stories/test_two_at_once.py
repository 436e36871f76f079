"""Two people press at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from tests.stories.trouble import said_to, scheduled

DONE = WORDS.say(
    "answer.done", deed=WORDS.say("deed.cancel_and_enable"), state="`Enabled`"
)
NOTHING_LEFT = {
    WORDS.say("answer.being_done"),
    WORDS.say("answer.already", state="`Enabled`"),
}


def test_two_presses_at_once_make_one_call_each_and_both_people_are_answered(
    scene: Scene,
) -> None:
    trouble, slack = scheduled(scene, "alias/prod/popular"), scene.world.slack
    people = (acme.ADA, acme.BO)
    before = {user: len(said_to(scene, trouble, user)) for user in people}

    with ThreadPoolExecutor(len(people)) as hands:
        for user in people:
            hands.submit(slack.press, trouble.alert.ts, "rp.cancel_enable", user=user)

    answers = wait_for(
        lambda: [said_to(scene, trouble, one)[before[one] :] for one in people],
        all,
        PATIENCE,
    )
    assert sorted(map(len, answers)) == [1, 1]
    told = {answer for [answer] in answers}
    assert DONE in told
    assert len(told & NOTHING_LEFT) == 1
    assert scene.outside.key_state(trouble.key.id) == "Enabled"
    calls = scene.outside.calls_by_reprieve(trouble.key.id)
    assert calls == ["CancelKeyDeletion", "EnableKey"]
