"""Brings the stack of one stage up to what pipeline.yaml says."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import boto3
from botocore.exceptions import ClientError, WaiterError

from chalice_app.settings import Settings
from infra.cases_table import create_or_adopt
from infra.stack_failure import reason
from infra.template import TEMPLATE, read_template

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import ParameterTypeDef, TagTypeDef
    from mypy_boto3_cloudformation.waiter import (
        StackCreateCompleteWaiter,
        StackUpdateCompleteWaiter,
    )


class StackFailedError(Exception):
    """CloudFormation could not bring the stack to what the template says."""


def bring_up(
    session: boto3.Session, settings: Settings, say: Callable[[str], object]
) -> None:
    """Create or update the stack and wait; raise StackFailedError with AWS's reason."""
    cloudformation = session.client("cloudformation")
    name = f"reprieve-{settings.stage}"
    had = _parameters(cloudformation, name)
    values = {
        "Stage": settings.stage,
        "DestinationEmailAddress": settings.email,
        "CasesTable": create_or_adopt(session, name),
    }
    if had is None:
        _create(cloudformation, name, _given(values))
        say(f"Stack {name}: created.")
        return
    changed = _update(cloudformation, name, _given(values) + _kept(had - values.keys()))
    say(f"Stack {name}: {'updated' if changed else 'unchanged'}.")


def _parameters(
    cloudformation: "CloudFormationClient", name: str
) -> frozenset[str] | None:
    try:
        stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
    except ClientError as error:
        if "does not exist" in error.response["Error"]["Message"]:
            return None
        raise
    return frozenset(each["ParameterKey"] for each in stack.get("Parameters", []))


def _create(
    cloudformation: "CloudFormationClient",
    name: str,
    parameters: "list[ParameterTypeDef]",
) -> None:
    stack_id = cloudformation.create_stack(
        StackName=name,
        TemplateBody=TEMPLATE.read_text(encoding="utf-8"),
        Parameters=parameters,
        Tags=_tags(name),
        OnFailure="DELETE",
    )["StackId"]
    _wait(cloudformation, cloudformation.get_waiter("stack_create_complete"), stack_id)


def _update(
    cloudformation: "CloudFormationClient",
    name: str,
    parameters: "list[ParameterTypeDef]",
) -> bool:
    try:
        stack_id = cloudformation.update_stack(
            StackName=name,
            TemplateBody=TEMPLATE.read_text(encoding="utf-8"),
            Parameters=parameters,
            Tags=_tags(name),
        )["StackId"]
    except ClientError as error:
        if "No updates are to be performed" in error.response["Error"]["Message"]:
            return False
        raise
    _wait(cloudformation, cloudformation.get_waiter("stack_update_complete"), stack_id)
    return True


def _wait(
    cloudformation: "CloudFormationClient",
    waiter: "StackCreateCompleteWaiter | StackUpdateCompleteWaiter",
    stack_id: str,
) -> None:
    try:
        waiter.wait(StackName=stack_id, WaiterConfig={"Delay": 2, "MaxAttempts": 900})
    except WaiterError as error:
        raise StackFailedError(reason(cloudformation, stack_id)) from error


def _given(values: Mapping[str, str]) -> "list[ParameterTypeDef]":
    return [
        {"ParameterKey": key, "ParameterValue": value} for key, value in values.items()
    ]


def _kept(names: frozenset[str]) -> "list[ParameterTypeDef]":
    # An update that leaves a parameter out resets it, such as an operator's EmailNews.
    declared = read_template(TEMPLATE.read_text(encoding="utf-8"))["Parameters"]
    return [
        {"ParameterKey": key, "UsePreviousValue": True}
        for key in sorted(names & declared.keys())
    ]


def _tags(name: str) -> "list[TagTypeDef]":
    return [
        {"Key": "application", "Value": "reprieve"},
        {"Key": "stack", "Value": name},
    ]
