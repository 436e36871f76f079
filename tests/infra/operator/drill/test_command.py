"""The command over moto's AWS, in which no alerts function is there to answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import click
import pytest
from click.testing import CliRunner, Result
from moto import mock_aws

from chalice_app.__main__ import commands
from infra.operator.drill.sending import event_id
from infra.sandbox.aws.shapes import REGION

PATTERN = {
    "source": ["reprieve.drill"],
    "detail-type": ["Reprieve drill"],
    "detail": {"stage": ["dev"]},
}
QUEUES = ("reprieve-dev-dead-letters", "reprieve-dev-actions-dead-letters")


def run(*arguments: str) -> Result:
    command = ["test-alert", "--stage", "dev", "--timeout", "1", *arguments]
    return CliRunner().invoke(commands, command)


@pytest.fixture(autouse=True)
def aws(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> Iterator[None]:
    assert checkout.exists()
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with mock_aws():
        boto3.client("dynamodb").create_table(
            TableName="reprieve-dev-cases",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[
                {"AttributeName": it, "AttributeType": "S"} for it in ("pk", "sk")
            ],
            KeySchema=[
                {"AttributeName": "pk", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"},
            ],
        )
        yield


def rule(**changes: Any) -> None:
    pattern = json.dumps({**PATTERN, **changes})
    boto3.client("events").put_rule(Name="drill", EventPattern=pattern)


def test_without_a_rule_nothing_is_sent_and_the_remedy_is_said() -> None:
    rule(detail={"stage": ["prod"]})
    rule_of_kms = {"source": ["aws.kms"], "detail": {"stage": ["dev"]}}
    boto3.client("events").put_rule(Name="kms", EventPattern=json.dumps(rule_of_kms))

    told = run()

    assert told.exit_code == 1
    assert "chalice deploy --stage dev" in told.stderr
    assert "Traceback" not in told.output


def test_a_disabled_rule_is_named_and_how_to_enable_it() -> None:
    rule()
    boto3.client("events").disable_rule(Name="drill")

    told = run()

    assert told.exit_code == 1
    assert "aws events enable-rule --name drill" in told.stderr


def test_the_silent_hop_is_named_and_where_to_look() -> None:
    rule()
    for name in QUEUES:
        boto3.client("sqs").create_queue(QueueName=name)

    told = run()

    assert told.exit_code == 1
    assert "alerts has not begun within 1 s" in told.output
    assert "doctor --stage dev" in told.output
    assert "not among the dead letters" in told.output


def test_what_could_not_be_checked_is_said_to_be_so() -> None:
    rule()

    told = run("--json")

    facts = json.loads(told.stdout)
    assert told.exit_code == 1
    assert facts["silent"] == "alerts"
    assert "dead letters was not checked" in facts["look"]
    assert [it["at"] for it in facts["hops"]] == [None] * 4


@pytest.mark.parametrize("responders", [[]])
def test_a_press_is_not_waited_for_where_nobody_may_press(
    responders: list[str],
) -> None:
    rule()

    told = run("--press")

    assert (told.exit_code, responders) == (1, [])
    assert "Nobody is configured as a responder" in told.stderr


def test_a_table_that_is_not_there_is_said_in_one_sentence() -> None:
    rule()
    boto3.client("dynamodb").delete_table(TableName="reprieve-dev-cases")

    told = run()

    assert told.exit_code == 1
    assert "AWS refused GetItem: ResourceNotFoundException" in told.stderr


@pytest.mark.parametrize(
    "arguments", [("--timeout", "0"), ("--timeout", "soon"), ("extra",)]
)
def test_a_wrong_command_is_a_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_event_that_eventbridge_did_not_take_is_an_error() -> None:
    with pytest.raises(click.ClickException, match="InternalFailure: later"):
        event_id({"ErrorCode": "InternalFailure", "ErrorMessage": "later"})
