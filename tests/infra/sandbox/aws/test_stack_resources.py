"""CloudFormation where the emulator alone would be kinder than AWS."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError, WaiterError

from infra.sandbox.aws.local_aws import LocalAws

WAIT = {"Delay": 0.1, "MaxAttempts": 100}
NAMED: dict[str, tuple[str, dict[str, Any]]] = {
    "AWS::DynamoDB::Table": (
        "TableName",
        {
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
            "TimeToLiveSpecification": {"AttributeName": "expires_at", "Enabled": True},
            "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        },
    ),
    "AWS::Logs::LogGroup": ("LogGroupName", {}),
    "AWS::SecretsManager::Secret": ("Name", {}),
    "AWS::SNS::Topic": ("TopicName", {}),
    "AWS::SQS::Queue": ("QueueName", {}),
    "AWS::CloudWatch::Alarm": (
        "AlarmName",
        {
            "Namespace": "AWS/SQS",
            "MetricName": "ApproximateNumberOfMessagesVisible",
            "ComparisonOperator": "GreaterThanThreshold",
            "EvaluationPeriods": 1,
            "Threshold": 0,
        },
    ),
}


def template(kind: str, **attributes: str) -> str:
    key, properties = NAMED[kind]
    resource = {"Type": kind, "Properties": {key: "taken", **properties}, **attributes}
    return json.dumps({"Resources": {"Thing": resource}})


def create(aws: LocalAws, name: str, body: str) -> None:
    client = aws.client("cloudformation")
    client.create_stack(StackName=name, TemplateBody=body)
    waiter = client.get_waiter("stack_create_complete")
    waiter.wait(StackName=name, WaiterConfig=WAIT)


def reasons(aws: LocalAws, name: str) -> str:
    events = aws.client("cloudformation").describe_stack_events(StackName=name)
    failed = [e for e in events["StackEvents"] if "FAILED" in e["ResourceStatus"]]
    return " ".join(e.get("ResourceStatusReason", "") for e in failed)


@pytest.mark.parametrize("kind", NAMED)
def test_a_name_that_is_taken_fails_the_stack_with_a_reason(
    aws: LocalAws, kind: str
) -> None:
    create(aws, "first", template(kind))

    with pytest.raises(WaiterError):
        create(aws, "second", template(kind))

    assert f"'{kind}' with identifier 'taken' already exists" in reasons(aws, "second")


def test_a_retained_table_survives_its_stack_with_what_it_holds(aws: LocalAws) -> None:
    table = "AWS::DynamoDB::Table"
    create(aws, "first", template(table, DeletionPolicy="RetainExceptOnCreate"))
    dynamodb = aws.client("dynamodb")
    dynamodb.put_item(TableName="taken", Item={"pk": {"S": "CASE#1"}})

    client = aws.client("cloudformation")
    client.delete_stack(StackName="first")
    waiter = client.get_waiter("stack_delete_complete")
    waiter.wait(StackName="first", WaiterConfig=WAIT)
    with pytest.raises(WaiterError):
        create(aws, "second", template(table))

    assert dynamodb.scan(TableName="taken")["Count"] == 1


def test_a_tables_index_is_ready(aws: LocalAws) -> None:
    found = json.loads(template("AWS::DynamoDB::Table"))
    key = [{"AttributeName": "pk", "KeyType": "HASH"}]
    index = {
        "IndexName": "i",
        "KeySchema": key,
        "Projection": {"ProjectionType": "ALL"},
    }
    properties = found["Resources"]["Thing"]["Properties"]
    properties["GlobalSecondaryIndexes"] = [index]
    create(aws, "first", json.dumps(found))

    described = aws.client("dynamodb").describe_table(TableName="taken")["Table"]
    assert described["GlobalSecondaryIndexes"][0]["IndexStatus"] == "ACTIVE"


def test_a_table_expires_items_and_can_be_restored(aws: LocalAws) -> None:
    create(aws, "first", template("AWS::DynamoDB::Table"))

    dynamodb = aws.client("dynamodb")
    expiry = dynamodb.describe_time_to_live(TableName="taken")
    backups = dynamodb.describe_continuous_backups(TableName="taken")
    described = backups["ContinuousBackupsDescription"]
    recovery = described["PointInTimeRecoveryDescription"]
    assert expiry["TimeToLiveDescription"]["AttributeName"] == "expires_at"
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"


def test_a_secret_without_a_value_has_none_to_read(aws: LocalAws) -> None:
    create(aws, "first", template("AWS::SecretsManager::Secret"))

    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        aws.client("secretsmanager").get_secret_value(SecretId="taken")


def test_a_topic_of_a_template_lets_no_service_in_by_itself(aws: LocalAws) -> None:
    create(aws, "first", template("AWS::SNS::Topic"))
    arn = "arn:aws:sns:eu-west-1:111122223333:taken"
    events = aws.client("events")
    events.put_rule(Name="all", EventPattern=json.dumps({"source": ["aws.kms"]}))
    events.put_targets(Rule="all", Targets=[{"Id": "t", "Arn": arn}])

    aws.client("kms").create_key()

    assert len(aws.denied()) == 1


def test_an_event_pattern_that_aws_cannot_read_fails_the_stack(aws: LocalAws) -> None:
    rule = {"EventPattern": {"source": [{"exists": "yes"}]}, "State": "ENABLED"}
    body = {"Resources": {"R": {"Type": "AWS::Events::Rule", "Properties": rule}}}

    with pytest.raises(WaiterError):
        create(aws, "first", json.dumps(body))

    assert "Event pattern is not valid" in reasons(aws, "first")
