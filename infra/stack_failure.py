"""Finds out why CloudFormation gave up on a stack."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackEventTypeDef

_BEGIN = frozenset({"CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"})


def reason(cloudformation: "CloudFormationClient", stack_id: str) -> str:
    """Give the resource that failed first, and why."""
    failed = [
        event
        for event in _of_the_last_attempt(cloudformation, stack_id)
        if event.get("ResourceStatus", "").endswith("_FAILED")
    ]
    if not failed:
        return "CloudFormation gave no reason"
    # The later ones were only cancelled because of the first.
    first = failed[-1]
    return f"{first['LogicalResourceId']}: {first.get('ResourceStatusReason', '?')}"


def _of_the_last_attempt(
    cloudformation: "CloudFormationClient", stack_id: str
) -> "Iterator[StackEventTypeDef]":
    # Newest first, and by id: a stack that could not be created is gone by its name.
    pages = cloudformation.get_paginator("describe_stack_events")
    for page in pages.paginate(StackName=stack_id):
        for event in page["StackEvents"]:
            yield event
            of_the_stack = event.get("PhysicalResourceId") == stack_id
            if of_the_stack and event.get("ResourceStatus") in _BEGIN:
                return
