"""The reason that is told is the first one of the last attempt."""

from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.stub import Stubber

from infra.stack_failure import reason

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient

STACK = "arn:aws:cloudformation:eu-west-1:111122223333:stack/reprieve-dev/1"


def event(resource: str, status: str, why: str = "") -> dict[str, Any]:
    """Make an event as CloudFormation lists it."""
    return {
        "StackId": STACK,
        "EventId": f"{resource}-{status}",
        "StackName": "reprieve-dev",
        "Timestamp": "2026-11-24T06:00:00Z",
        "LogicalResourceId": resource,
        "PhysicalResourceId": STACK if resource == "reprieve-dev" else resource,
        "ResourceStatus": status,
        "ResourceStatusReason": why,
    }


BEGUN = event("reprieve-dev", "UPDATE_IN_PROGRESS")
EARLIER = event("News", "UPDATE_FAILED", "an older story")


@pytest.fixture
def cloudformation() -> "CloudFormationClient":
    return boto3.client(
        "cloudformation",
        region_name="eu-west-1",
        aws_access_key_id="none",
        aws_secret_access_key="none",
    )


def told(cloudformation: "CloudFormationClient", *pages: list[dict[str, Any]]) -> str:
    with Stubber(cloudformation) as stub:
        for number, page in enumerate(pages, start=1):
            more = {"NextToken": str(number)} if number < len(pages) else {}
            stub.add_response("describe_stack_events", {"StackEvents": page, **more})
        return reason(cloudformation, STACK)


def test_the_cause_is_told_and_not_what_was_cancelled_for_it(
    cloudformation: "CloudFormationClient",
) -> None:
    newest_first = [
        event("Actions", "CREATE_FAILED", "Resource creation cancelled"),
        event("AlertsLog", "CREATE_FAILED", "AlertsLog already exists"),
        BEGUN,
        EARLIER,
    ]

    assert told(cloudformation, newest_first) == "AlertsLog: AlertsLog already exists"


def test_the_cause_may_lie_pages_back(cloudformation: "CloudFormationClient") -> None:
    gone = [event(f"Rule{number}", "DELETE_COMPLETE") for number in range(100)]
    cause = [event("News", "CREATE_FAILED", "no permission"), BEGUN]

    assert told(cloudformation, gone, cause) == "News: no permission"


def test_an_attempt_without_a_reason_is_not_given_an_older_one(
    cloudformation: "CloudFormationClient",
) -> None:
    assert told(cloudformation, [BEGUN, EARLIER]) == "CloudFormation gave no reason"
