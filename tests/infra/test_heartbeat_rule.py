"""The schedule of heartbeats: to the topic, and to nobody's mailbox."""

import json
import re

import pytest

from chalice_app.domain.heartbeat import heartbeat_in
from infra.news_document import matching_rules, transform
from tests.fakes.heartbeats import heartbeat, heartbeat_note
from tests.infra.pipeline_facts import (
    HEARTBEAT,
    PIPELINE,
    RESOURCES,
    TEXT,
    cloudtrail,
    strings,
)

RULE = RESOURCES["Heartbeat"]
EMAIL_NEWS = PIPELINE["Parameters"]["EmailNews"]


def told() -> str:
    return transform(HEARTBEAT, heartbeat())


def test_it_beats_every_five_minutes_where_there_is_a_bot() -> None:
    assert RULE["Condition"] == "Staged"
    assert RULE["Properties"]["ScheduleExpression"] == "rate(5 minutes)"
    assert RULE["Properties"]["State"] == "ENABLED"


def test_it_goes_the_way_of_news_and_is_left_where_they_are_left() -> None:
    [target] = RULE["Properties"]["Targets"]
    assert target["Arn"] == {"Ref": "News"}
    letters = {"Fn::GetAtt": "DeadLetters.Arn"}
    assert target["DeadLetterConfig"] == {"Arn": letters}
    for policy in ("NewsPolicy", "DeadLettersPolicy"):
        statement = RESOURCES[policy]["Properties"]["PolicyDocument"]["Statement"][0]
        assert "Heartbeat.Arn" in set(strings(statement["Condition"]))


def test_what_it_writes_is_read_as_a_heartbeat_and_says_its_kind() -> None:
    assert json.loads(told())["news"] == "heartbeat"
    written = {**heartbeat_note(), "Message": told()}
    assert heartbeat_in(written) == heartbeat_in(heartbeat_note())


def test_no_choice_of_news_can_mail_it() -> None:
    allowed = re.compile(EMAIL_NEWS["AllowedPattern"])

    assert not allowed.match("heartbeat")
    assert not allowed.match("scheduled,heartbeat")
    assert "heartbeat" not in EMAIL_NEWS["Default"]


def test_it_is_the_news_of_its_own_rule_alone() -> None:
    assert matching_rules(TEXT, heartbeat()) == (HEARTBEAT,)


@pytest.mark.parametrize(
    "event", [cloudtrail("DisableKey"), heartbeat(source="aws.kms")]
)
def test_nothing_else_is_its_news(event: dict[str, object]) -> None:
    assert HEARTBEAT not in matching_rules(TEXT, event)
