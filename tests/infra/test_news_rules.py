"""How each rule hands its event over."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from infra.event_rules import WHOLE as BARE
from infra.event_rules import Rule
from tests.infra.pipeline_facts import RESOURCES, RULES, of_type, strings

# What AWS itself writes into the events that use it, in signs that need no escape in
# JSON. The caller's ARN is not here: an IAM path may hold a quote or a backslash.
WRITTEN_BY_AWS = {
    "$.account",
    "$.detail-type",
    "$.detail.errorCode",
    "$.detail.eventName",
    "$.detail.resources[0].ARN",
    "$.detail.responseElements.deletionDate",
    "$.detail.userIdentity.principalId",
    "$.detail.userIdentity.sessionContext.sessionIssuer.userName",
    "$.detail.userIdentity.userName",
    "$.id",
    "$.region",
    "$.resources[0]",
    "$.time",
}
WHOLE = "aws.events.event.json"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
# The others hand over the bare event, which no e-mail is made of.
SPOKEN = [rule for rule in RULES if rule.template != BARE]
each_spoken = pytest.mark.parametrize("rule", SPOKEN, ids=lambda rule: rule.name)


def target(rule: Rule) -> Mapping[str, Any]:
    [only] = RESOURCES[rule.name]["Properties"]["Targets"]
    target_of_rule: Mapping[str, Any] = only
    return target_of_rule


def as_json(rule: Rule) -> dict[str, str]:
    """Read the template with each placeholder as a text of its own."""
    read: dict[str, str] = json.loads(re.sub(r"<([^<>]+)>", r'"<\1>"', rule.template))
    return read


@each_rule
def test_a_target_retries_for_a_day_and_then_keeps_the_event(rule: Rule) -> None:
    assert target(rule)["Arn"] == {"Ref": "News"}
    assert target(rule)["RetryPolicy"] == {
        "MaximumRetryAttempts": 185,
        "MaximumEventAgeInSeconds": 86400,
    }
    assert target(rule)["DeadLetterConfig"] == {
        "Arn": {"Fn::GetAtt": "DeadLetters.Arn"}
    }


@each_rule
def test_the_dead_letters_let_the_rule_in(rule: Rule) -> None:
    [rules, *_] = RESOURCES["DeadLettersPolicy"]["Properties"]["PolicyDocument"][
        "Statement"
    ]

    assert f"{rule.name}.Arn" in set(strings(rules["Condition"]["ArnEquals"]))


@each_rule
def test_the_stricter_topic_policy_lets_the_rule_in(rule: Rule) -> None:
    [publish] = RESOURCES["NewsPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    chosen, strict, lenient = publish["Condition"]["Fn::If"]

    assert chosen == "OnlyOurRules"
    assert f"{rule.name}.Arn" in set(strings(strict))
    assert lenient == {"Ref": "AWS::NoValue"}


@each_spoken
def test_every_placeholder_stands_unquoted_as_a_whole_value(rule: Rule) -> None:
    # Filled with a number, a quoted placeholder would stay a text.
    filled = json.loads(re.sub(r"<[^<>]+>", "0", rule.template))

    assert [key for key, value in filled.items() if value == 0] == [
        key for key, value in as_json(rule).items() if value.startswith("<")
    ]
    assert "0" not in filled.values()


@each_rule
def test_every_placeholder_has_a_path_and_every_path_a_placeholder(rule: Rule) -> None:
    placeholders = re.findall(r"<([^<>]+)>", rule.template)

    assert sorted(placeholders) == sorted([*rule.paths, WHOLE])


@each_rule
def test_a_path_names_only_what_aws_itself_writes(rule: Rule) -> None:
    assert set(rule.paths.values()) <= WRITTEN_BY_AWS


@each_spoken
def test_the_document_tells_a_person_first_and_a_machine_last(rule: Rule) -> None:
    lines = as_json(rule)

    assert list(lines)[:3] == ["What happened", "What it means", "What to do"]
    assert list(lines)[-2:] == ["news", "event"]
    assert lines["event"] == f"<{WHOLE}>"
    assert all(lines[key].endswith(".") for key in list(lines)[:3])


@each_spoken
def test_a_time_says_that_it_is_utc(rule: Rule) -> None:
    times = [
        key for key, value in as_json(rule).items() if value in {"<time>", "<until>"}
    ]

    assert times
    assert all(key.endswith("(UTC)") for key in times)


@each_rule
def test_the_template_keeps_within_what_eventbridge_takes(rule: Rule) -> None:
    assert len(rule.template) <= 8192
    assert len(json.dumps(rule.pattern)) <= 2048


def test_only_the_email_is_filtered_and_by_the_body() -> None:
    filtered = {
        name: (
            each["Properties"]["FilterPolicyScope"],
            each["Properties"]["FilterPolicy"],
        )
        for name, each in of_type("AWS::SNS::Subscription").items()
        if "FilterPolicy" in each["Properties"]
    }

    assert filtered == {"NewsEmail": ("MessageBody", {"news": {"Ref": "EmailNews"}})}
