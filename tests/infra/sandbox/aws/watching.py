"""A rule and a topic that hear every KMS event, and a queue to look at them."""

import json
from typing import Any

from infra.sandbox.aws.local_aws import LocalAws

HERE = "eu-west-1:111122223333"
RULE = f"arn:aws:events:{HERE}:rule/all"


def statement(resource: str, **changes: Any) -> dict[str, Any]:
    """Give what lets EventBridge publish, with changes."""
    action = "sqs:SendMessage" if ":sqs:" in resource else "sns:Publish"
    return {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": action,
        "Resource": resource,
        **changes,
    }


def policy(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def topic(aws: LocalAws, **changes: Any) -> str:
    """Make a topic that EventBridge may publish to, subject to changes."""
    arn = f"arn:aws:sns:{HERE}:news"
    allowed = policy(statement(arn, **changes))
    aws.client("sns").create_topic(Name="news", Attributes={"Policy": allowed})
    return arn


def queue(aws: LocalAws, name: str, *statements: dict[str, Any]) -> tuple[str, str]:
    """Make a queue, and give its URL and ARN."""
    attributes = {"Policy": policy(*statements)} if statements else {}
    made = aws.client("sqs").create_queue(QueueName=name, Attributes=attributes)
    return made["QueueUrl"], f"arn:aws:sqs:{HERE}:{name}"


def rule_to(aws: LocalAws, target: str, **more: Any) -> None:
    events = aws.client("events")
    events.put_rule(Name="all", EventPattern=json.dumps({"source": ["aws.kms"]}))
    events.put_targets(Rule="all", Targets=[{"Id": "t", "Arn": target, **more}])


def messages(aws: LocalAws, url: str) -> list[dict[str, Any]]:
    aws.trail()  # an answer means that everything emitted so far is delivered
    received = aws.client("sqs").receive_message(
        QueueUrl=url, MaxNumberOfMessages=10, MessageAttributeNames=["All"]
    )
    return list(received.get("Messages", []))
