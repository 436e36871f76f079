"""Whether the topics let in those who write to them, and the mails go out."""

import json
import shlex
from typing import Any

import pytest

from chalice_app.domain.watcher.emails import judged_emails, judged_filter
from chalice_app.domain.watcher.topics import judged_news, judged_notices
from infra.operator.doctor.finding import remedy, seen
from tests.infra.operator.doctor.told import RULE, TOPIC, told

ALARM = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:reprieve-dev-dead-letters"
OTHER = RULE.replace("Disabled", "Scheduled")
EMAIL = "a@acme.example"


def policy(service: str, **condition: Any) -> dict[str, str]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sns:Publish",
        "Resource": TOPIC,
        "Condition": condition,
    }
    return {"Policy": json.dumps({"Statement": [statement]})}


BY_ACCOUNT = {"StringEquals": {"aws:SourceAccount": "111122223333"}}
EVENTS, ALARMS = "events.amazonaws.com", "cloudwatch.amazonaws.com"
ONE_RULE = policy(EVENTS, ArnEquals={"aws:SourceArn": RULE})
NEWS = [
    (policy(EVENTS), ["news_open"]),
    ({**policy(EVENTS), "KmsMasterKeyId": "k"}, ["news_encrypted", "news_open"]),
    (policy(EVENTS, **BY_ACCOUNT), ["news_conditional"]),
    (policy(EVENTS, Null={"aws:SourceArn": "true"}), ["news_doubtful"]),
    (policy(ALARMS), ["news_closed"]),
    (ONE_RULE, ["news_closed"]),
    ({}, ["news_closed"]),
]
NOTICES = [
    (policy(ALARMS, **BY_ACCOUNT), ["notices_open"]),
    (policy(ALARMS), ["notices_open"]),
    (policy(ALARMS, Null={"aws:SourceArn": "true"}), ["notices_doubtful"]),
    (policy(EVENTS), ["notices_closed"]),
]


@pytest.mark.parametrize(("attributes", "names"), NEWS)
def test_the_rules_must_be_let_in(attributes: dict[str, str], names: list[str]) -> None:
    assert told(judged_news(TOPIC, attributes, [RULE, OTHER])) == names


def test_a_topic_that_is_gone_is_named() -> None:
    assert told(judged_news(TOPIC, None, [RULE])) == ["topic_missing"]
    assert told(judged_notices(TOPIC, None, [ALARM])) == ["topic_missing"]


def test_only_the_rules_that_stay_outside_are_named() -> None:
    [found] = judged_news(TOPIC, ONE_RULE, [RULE, OTHER])

    assert "for these rules: reprieve-dev-Scheduled-1A2B." in seen(found)


@pytest.mark.parametrize(("attributes", "names"), NOTICES)
def test_the_alarms_must_be_let_in(
    attributes: dict[str, str], names: list[str]
) -> None:
    assert told(judged_notices(TOPIC, attributes, [ALARM])) == names


def mail(arn: str, email: str = EMAIL, protocol: str = "email") -> dict[str, str]:
    return {"SubscriptionArn": arn, "Endpoint": email, "Protocol": protocol}


CONFIRMED, PENDING = mail(f"{TOPIC}:1"), mail("PendingConfirmation")
TEAM = mail(f"{TOPIC}:2", "team@acme.example", "email-json")
LAMBDA = mail(f"{TOPIC}:3", "arn:aws:lambda:x", "lambda")


@pytest.mark.parametrize(
    ("subscriptions", "email", "names"),
    [
        ([CONFIRMED, LAMBDA], EMAIL, ["email_confirmed"]),
        ([CONFIRMED, TEAM], EMAIL, ["email_confirmed"]),
        ([TEAM], "", ["email_confirmed"]),
        ([PENDING], EMAIL, ["email_pending"]),
        ([PENDING, TEAM], EMAIL, ["email_pending", "email_confirmed"]),
        ([TEAM], EMAIL, ["email_missing", "email_confirmed"]),
        ([mail("Deleted"), LAMBDA], EMAIL, ["email_missing"]),
        ([LAMBDA], "", ["email_nobody"]),
    ],
)
def test_an_address_must_be_confirmed(
    subscriptions: list[dict[str, str]], email: str, names: list[str]
) -> None:
    found = judged_emails(TOPIC, subscriptions, email, news=True)
    assert told(found) == names


@pytest.mark.parametrize("news", [True, False])
def test_an_address_is_asked_again_as_the_stack_asked_it(*, news: bool) -> None:
    [found] = judged_emails(TOPIC, [], EMAIL, news=news)

    command = shlex.split(str(remedy(found)).partition("confirmed: ")[2])
    topic_and_mail = ["--topic-arn", TOPIC, "--protocol", "email"]
    assert command[:7] == ["aws", "sns", "subscribe", *topic_and_mail]
    attributes = json.loads(command[10]) if news else {}
    assert told(judged_filter(EMAIL, attributes)) == []
    assert bool(attributes) is news


def by_body(*kinds: str) -> dict[str, str]:
    chosen = json.dumps({"news": list(kinds)})
    return {"FilterPolicyScope": "MessageBody", "FilterPolicy": chosen}


@pytest.mark.parametrize(
    ("attributes", "names"),
    [
        ({}, []),
        (by_body("scheduled", "disabled", "lost"), []),
        (by_body("scheduled", "disabled", "lost", "refused"), []),
        (by_body("scheduled", "lost"), ["email_filter"]),
        ({"FilterPolicy": '{"news": ["lost"]}'}, ["email_filter_scope"]),
    ],
)
def test_a_filter_must_let_the_news_by(
    attributes: dict[str, str], names: list[str]
) -> None:
    assert told(judged_filter(EMAIL, attributes)) == names
