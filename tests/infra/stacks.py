"""Makes and unmakes stacks of pipeline.yaml as an operator would."""

from typing import Any

from chalice_app.settings import Settings
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.pipeline_facts import TEXT

SETTINGS = Settings(
    stage="dev",
    email="ops@example.com",
    channel="C0KMSALERT",
    responders=("U0ADALOVE1",),
    responder_group=None,
    slack_api="https://slack.com/api/",
    language="en",
)
ROLES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
WAIT = {"Delay": 0.1, "MaxAttempts": 100}


def create(
    aws: LocalAws, name: str, template: str = TEXT, **parameters: str
) -> dict[str, str]:
    """Create a stack, and give its outputs."""
    # Lambdas bring roles; pipeline.yaml makes none and asks for no capability.
    capabilities = [] if template is TEXT else ROLES
    cloudformation = aws.client("cloudformation")
    cloudformation.create_stack(
        StackName=name,
        TemplateBody=template,
        Parameters=_listed(parameters),
        Capabilities=capabilities,
    )
    cloudformation.get_waiter("stack_create_complete").wait(
        StackName=name, WaiterConfig=WAIT
    )
    [stack] = cloudformation.describe_stacks(StackName=name)["Stacks"]
    return {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}


def update(aws: LocalAws, name: str, template: str = TEXT, **parameters: str) -> None:
    cloudformation = aws.client("cloudformation")
    cloudformation.update_stack(
        StackName=name, TemplateBody=template, Parameters=_listed(parameters)
    )
    cloudformation.get_waiter("stack_update_complete").wait(
        StackName=name, WaiterConfig=WAIT
    )


def delete(aws: LocalAws, name: str) -> None:
    cloudformation = aws.client("cloudformation")
    cloudformation.delete_stack(StackName=name)
    cloudformation.get_waiter("stack_delete_complete").wait(
        StackName=name, WaiterConfig=WAIT
    )


def _listed(parameters: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"ParameterKey": key, "ParameterValue": value}
        for key, value in parameters.items()
    ]
