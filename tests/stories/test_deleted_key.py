"""The waiting period ends before anybody acts, or people are reminded in time."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalice_app.domain.quiet import Saying
from infra.sandbox.channel_state import acts
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.pressing import asked_for_reason
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from tests.stories.reminded import choice, dying, mailed, passes, reminders
from tests.stories.trouble import next_word_to, scene_in, scheduled
from tests.unmeasured_world import world

DAY = timedelta(days=1)
SEVEN = "Less than 7 days left"
ONE, LAST = "Less than 24 hours left", "Less than 4 hours left"


@pytest.fixture(scope="module")
def apart() -> Iterator[Scene]:
    """Give a world of its own: in another, days would pass over other stories."""
    with world() as deployed:
        deployed.deploy()
        yield scene_in(deployed)


def test_a_deleted_key_is_shown_as_deleted_and_a_late_press_is_told_so(
    apart: Scene,
) -> None:
    trouble, slack = scheduled(apart, "alias/prod/forgotten"), apart.world.slack
    view = asked_for_reason(slack, trouble.alert, acme.ADA)

    apart.world.aws.advance(days=8)
    assert apart.outside.key_state(trouble.key.id) == "gone"
    alert = wait_for(
        lambda: apart.outside.channel().alerts(trouble.key.id)[-1],
        lambda found: WORDS.say("alert.deleted.body") in repr(found.shown.blocks),
        PATIENCE,
    )
    assert alert.ts == trouble.alert.ts
    assert WORDS.say("alert.deleted.body") in repr(alert.shown.blocks)
    assert acts(alert) == ()

    said = next_word_to(
        apart,
        trouble,
        acme.ADA,
        lambda: slack.submit(view.id, {"reason": {"text": "Still in use"}}),
    )
    assert said == WORDS.say("answer.too_late")
    assert apart.outside.calls_by_reprieve(trouble.key.id) == []


def test_thirty_days_bring_each_reminder_once_and_none_after_the_cancel(
    apart: Scene,
) -> None:
    key, alert = dying(apart, "alias/prod/ledger")
    saved, other = dying(apart, "alias/prod/archive")
    slack = apart.world.slack

    passes(apart, 24 * DAY)
    assert reminders(apart, key) == reminders(apart, saved) == [SEVEN]
    slack.press(other.ts, "rp.cancel_enable")
    apart.alert(saved, "resolved")
    slack.choose(alert.ts, "rp.snooze", choice(apart, alert.ts, Saying.SNOOZE_TO_1D))
    apart.verify(
        "The alert says until when no reminder comes.",
        lambda: repr(slack.message(alert.ts).shown.blocks),
        lambda found: "Reminders are held back until" in found,
    )
    passes(apart, 6 * DAY - timedelta(hours=1))

    assert reminders(apart, key) == mailed(apart, key) == [SEVEN, ONE, LAST]
    assert reminders(apart, saved) == mailed(apart, saved) == [SEVEN]
    passes(apart, DAY)
    apart.alert(key, "deleted")
    over = WORDS.say("reminder.over_text")
    shown = [it.shown.text for it in slack.messages()]
    assert shown.count(over) == 2
