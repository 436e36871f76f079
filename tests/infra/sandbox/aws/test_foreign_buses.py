"""A rule whose target is the event bus of another account."""

import json

import pytest

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import HERE, messages, queue, rule_to, statement

SPOKE = Identity(access_key="444455556666", secret_key="sandbox")


@pytest.mark.parametrize("invited", ["444455556666", "*", "999999999999"])
def test_an_event_crosses_where_the_bus_lets_the_account_in(
    aws: LocalAws, invited: str
) -> None:
    url, arn = queue(aws, "heard", statement("arn:aws:sqs:*:*:heard"))
    rule_to(aws, arn)
    aws.client("events").put_permission(
        Action="events:PutEvents", Principal=invited, StatementId="spoke"
    )
    spoke = aws.client("events", SPOKE)
    spoke.put_rule(Name="out", EventPattern=json.dumps({"source": ["aws.kms"]}))
    bus = f"arn:aws:events:{HERE}:event-bus/default"
    role = "arn:aws:iam::444455556666:role/out"
    target = {"Id": "hub", "Arn": bus, "RoleArn": role}
    spoke.put_targets(Rule="out", Targets=[target])

    key = aws.client("kms", SPOKE).create_key()["KeyMetadata"]["Arn"]

    heard = [json.loads(message["Body"]) for message in messages(aws, url)]
    if invited == "999999999999":
        assert heard == []
        return
    [event] = heard
    assert event["account"] == "444455556666"
    assert event["detail"]["resources"][0]["ARN"] == key
