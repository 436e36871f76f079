"""A dialog that Slack did not open: the presser learns why, and nothing is queued."""

import time

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.serving import served
from infra.sandbox.slack.tickets import TRIGGER_SECONDS
from tests.fakes.bolt_door import WORDS, Door


def test_a_trigger_that_ran_out_is_answered(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    trigger = slack.store.new_trigger(acme.ADA)
    slack.store.clock = lambda: time.time() + TRIGGER_SECONDS + 1

    pressed = slack.press(ts, "rp.cancel", changes={"trigger_id": trigger})

    assert pressed.accepted
    (line,) = slack.ephemerals(acme.ADA)
    assert line.text == WORDS.say("answer.asleep")
    assert door.queued() == []


@pytest.mark.usefixtures("door")
def test_a_trigger_that_is_used_already_is_answered(slack: LocalSlack, ts: str) -> None:
    trigger = slack.store.new_trigger(acme.ADA)
    slack.press(ts, "rp.cancel", changes={"trigger_id": trigger})

    assert slack.press(ts, "rp.cancel", changes={"trigger_id": trigger}).accepted

    assert slack.ephemerals(acme.ADA)[0].text == WORDS.say("answer.asleep")


def test_any_other_refusal_of_the_dialog_is_told_by_its_name(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    assert slack.press(ts, "rp.cancel", changes={"trigger_id": "1.2.gone"}).accepted

    (line,) = slack.ephemerals(acme.ADA)
    assert "refused to open the dialog: `invalid_trigger_id`" in line.text
    assert "Nothing was changed" in line.text
    assert "asleep" not in line.text
    assert door.queued() == []


def test_a_slack_that_cannot_be_reached_is_answered_too(
    slack: LocalSlack, aws: LocalAws, ts: str
) -> None:
    door = Door(slack, aws, "http://127.0.0.1:9/api/")
    with served(door.server()) as url:
        slack.events_url = f"{url}slack/events"
        assert slack.press(ts, "rp.cancel").accepted

    assert slack.ephemerals(acme.ADA)[0].text == WORDS.say("answer.asleep")
