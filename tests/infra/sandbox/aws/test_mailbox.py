"""E-mail as SNS sends it."""

import json
from typing import Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import rule_to, topic

BODY = json.dumps({"news": "disabled", "detail": {"eventName": "DisableKey"}})


def subscribed(aws: LocalAws, policy: dict[str, Any] | None = None) -> str:
    arn = str(aws.client("sns").create_topic(Name="news")["TopicArn"])
    filters = {
        "FilterPolicyScope": "MessageBody",
        "FilterPolicy": json.dumps(policy),
    }
    aws.client("sns").subscribe(
        TopicArn=arn,
        Protocol="email",
        Endpoint="ada@example.com",
        Attributes=filters if policy else {},
    )
    return arn


def test_a_mail_has_recipient_subject_body_topic_and_time(aws: LocalAws) -> None:
    arn = subscribed(aws)

    aws.client("sns").publish(TopicArn=arn, Subject="Saved", Message="All is well.")

    [mail] = aws.mailbox()
    assert mail.pop("at").endswith("Z")
    assert mail == {
        "to": "ada@example.com",
        "subject": "Saved",
        "body": "All is well.",
        "topic": arn,
    }


def test_a_subscription_to_email_is_confirmed_at_once(aws: LocalAws) -> None:
    arn = subscribed(aws)

    attributes = aws.client("sns").get_topic_attributes(TopicArn=arn)["Attributes"]

    assert attributes["SubscriptionsConfirmed"] == "1"


def test_what_has_no_subject_comes_as_aws_notification_message(aws: LocalAws) -> None:
    arn = topic(aws)
    aws.client("sns").subscribe(TopicArn=arn, Protocol="email", Endpoint="a@b.example")
    rule_to(aws, arn)

    aws.client("kms").create_key()
    aws.client("sns").publish(TopicArn=arn, Message="plain")

    subjects = {mail["subject"] for mail in aws.mailbox()}
    assert subjects == {"AWS Notification Message"}


@pytest.mark.parametrize(
    ("policy", "arrives"),
    [
        ({"news": ["disabled", "lost"]}, True),
        ({"news": ["lost"]}, False),
        ({"detail": {"eventName": ["DisableKey"]}}, True),
        ({"detail": {"errorCode": [{"exists": False}]}}, True),
        ({"detail": {"errorCode": [{"exists": True}]}}, False),
        (
            {"$or": [{"news": ["lost"]}, {"detail": {"eventName": ["DisableKey"]}}]},
            True,
        ),
        (
            {"$or": [{"news": ["lost"]}, {"detail": {"eventName": ["EnableKey"]}}]},
            False,
        ),
    ],
)
def test_a_filter_policy_on_the_body_decides(
    aws: LocalAws, policy: dict[str, Any], *, arrives: bool
) -> None:
    arn = subscribed(aws, policy)

    aws.client("sns").publish(TopicArn=arn, Message=BODY)

    assert bool(aws.mailbox()) is arrives


def test_a_filter_policy_on_the_body_drops_plain_text(aws: LocalAws) -> None:
    arn = subscribed(aws, {"news": ["disabled"]})

    aws.client("sns").publish(TopicArn=arn, Message="disabled")

    assert aws.mailbox() == []
