"""Finds out why CloudFormation gave up on a stack."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackEventTypeDef

_BEGIN = frozenset({"CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"})


def reason(cloudformation: "CloudFormationClient", stack_id: str) -> str:
    """Give the resource that failed first, and why."""
    # By id, because a stack that failed to be created is gone by its name.
    newest_first = cloudformation.describe_stack_events(StackName=stack_id)[
        "StackEvents"
    ]
    failed = [
        event
        for event in _of_the_last_attempt(newest_first, stack_id)
        if event.get("ResourceStatus", "").endswith("_FAILED")
    ]
    if not failed:
        return "CloudFormation gave no reason"
    first = failed[-1]
    return f"{first['LogicalResourceId']}: {first.get('ResourceStatusReason', '?')}"


def _of_the_last_attempt(
    newest_first: "Iterable[StackEventTypeDef]", stack_id: str
) -> "Iterator[StackEventTypeDef]":
    for event in newest_first:
        yield event
        of_the_stack = event.get("PhysicalResourceId") == stack_id
        if of_the_stack and event.get("ResourceStatus") in _BEGIN:
            return
