"""The stack of a stage is created, updated, left alone, or fails with a reason."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import boto3
import pytest

from chalice_app.settings import Settings
from infra.stack import StackFailedError, bring_up
from tests.infra.pipeline_facts import TEXT
from tests.infra.stacks import SETTINGS, create, delete

if TYPE_CHECKING:
    from infra.sandbox.aws.local_aws import LocalAws

ROW = {"pk": {"S": "CASE#1"}, "sk": {"S": "HEAD"}}


def brought_up(session: boto3.Session, settings: Settings = SETTINGS) -> list[str]:
    said: list[str] = []
    bring_up(session, settings, say=said.append)
    return said


def parameter(session: boto3.Session, key: str) -> str:
    stacks = session.client("cloudformation").describe_stacks(StackName="reprieve-dev")
    return {
        each["ParameterKey"]: each["ParameterValue"]
        for each in stacks["Stacks"][0]["Parameters"]
    }[key]


def test_a_stack_is_created_then_left_alone_then_updated(
    session: boto3.Session,
) -> None:
    moved = replace(SETTINGS, email="others@example.com")

    assert brought_up(session) == ["Stack reprieve-dev: created."]
    assert brought_up(session) == ["Stack reprieve-dev: unchanged."]
    assert brought_up(session, moved) == ["Stack reprieve-dev: updated."]
    assert parameter(session, "DestinationEmailAddress") == "others@example.com"


def test_what_an_operator_set_by_hand_survives_an_update(
    session: boto3.Session,
) -> None:
    brought_up(session)
    kept: Any = [
        {"ParameterKey": key, "UsePreviousValue": True}
        for key in ("Stage", "DestinationEmailAddress")
    ]
    session.client("cloudformation").update_stack(
        StackName="reprieve-dev",
        UsePreviousTemplate=True,
        Parameters=[
            *kept,
            {"ParameterKey": "EmailNews", "ParameterValue": "scheduled,refused"},
        ],
    )

    brought_up(session, replace(SETTINGS, email="others@example.com"))

    assert parameter(session, "EmailNews") == "scheduled,refused"


def test_a_table_that_an_earlier_stack_left_is_adopted_with_its_rows(
    aws: "LocalAws", session: boto3.Session
) -> None:
    dynamodb = session.client("dynamodb")
    brought_up(session)
    dynamodb.put_item(TableName="reprieve-dev-cases", Item=ROW)
    delete(aws, "reprieve-dev")

    said = [*brought_up(session), *brought_up(session)]

    assert said == ["Stack reprieve-dev: created.", "Stack reprieve-dev: unchanged."]
    assert parameter(session, "CasesTable") == "adopt"
    assert dynamodb.scan(TableName="reprieve-dev-cases")["Items"] == [ROW]


def test_a_failed_creation_tells_its_reason_and_leaves_no_stack(
    session: boto3.Session,
) -> None:
    logs = session.client("logs")
    logs.create_log_group(logGroupName="/aws/lambda/reprieve-dev-alerts")

    with pytest.raises(StackFailedError, match=r"^AlertsLog: .*already exists"):
        brought_up(session)

    logs.delete_log_group(logGroupName="/aws/lambda/reprieve-dev-alerts")
    assert brought_up(session) == ["Stack reprieve-dev: created."]


def test_a_failed_update_tells_the_reason_of_this_attempt(
    aws: "LocalAws", session: boto3.Session
) -> None:
    older = re.sub(r"\n  (Alerts|Inventory|Sweep|Actions)Log:\n(    .*\n)+", "", TEXT)
    create(aws, "reprieve-dev", older, Stage="dev")
    logs = session.client("logs")

    for name in ("alerts", "inventory", "sweep", "actions"):
        group = f"/aws/lambda/reprieve-dev-{name}"
        logs.create_log_group(logGroupName=group)
        with pytest.raises(StackFailedError, match=f"^{name.capitalize()}Log: "):
            brought_up(session)
        logs.delete_log_group(logGroupName=group)

    assert brought_up(session) == ["Stack reprieve-dev: updated."]
