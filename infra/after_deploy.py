"""Sets what Chalice cannot set, and says what comes next."""

import json
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import boto3

from chalice_app.settings import Settings
from infra.next_steps import next_steps

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient

Resources = Mapping[str, Mapping[str, str]]

# A new role needs some seconds until Lambda sees that it may send to the queue.
PAUSES = (2, 4, 8, 16, 16)


def finish(
    session: boto3.Session,
    settings: Settings,
    project: Path,
    say: Callable[[str], object],
) -> None:
    """Set dead letters and the form of the logs; say what comes next."""
    made = deployed(project, settings.stage)
    functions = [made[name]["lambda_arn"] for name in ("alerts", "sweep")]
    dead_letters = _queue_beside(functions[0], settings.name("dead-letters"))
    for function in functions:
        leave_failures(session.client("lambda"), function, dead_letters)
    for each in made.values():
        if each["resource_type"] == "lambda_function":
            log_as_json(session.client("lambda"), each["lambda_arn"])
    session.client("sns").set_subscription_attributes(
        SubscriptionArn=made["alerts-sns-subscription"]["subscription_arn"],
        AttributeName="RedrivePolicy",
        AttributeValue=json.dumps({"deadLetterTargetArn": dead_letters}),
    )
    say(f"What alerts and sweep cannot handle: {dead_letters}")
    say(next_steps(session, settings, made["rest_api"]["rest_api_url"]))


def record_of(project: Path, stage: str) -> Path:
    """Name the file in which Chalice keeps what it made."""
    return project / ".chalice" / "deployed" / f"{stage}.json"


def deployed(project: Path, stage: str) -> Resources:
    text = record_of(project, stage).read_text(encoding="utf-8")
    resources = json.loads(text)["resources"]
    return {each["name"]: each for each in resources}


def _queue_beside(function_arn: str, queue: str) -> str:
    _, partition, _, region, account, *_ = function_arn.split(":")
    return f"arn:{partition}:sqs:{region}:{account}:{queue}"


def leave_failures(
    functions: "LambdaClient", function: str, queue: str, pauses: Iterable[int] = PAUSES
) -> None:
    """Let a function leave in a queue what it could not handle."""
    for pause in pauses:
        try:
            return _set_destination(functions, function, queue)
        except functions.exceptions.InvalidParameterValueException:
            time.sleep(pause)
    return _set_destination(functions, function, queue)


def log_as_json(functions: "LambdaClient", function: str) -> None:
    """Let Lambda write each record of a log as one line of JSON, errors included."""
    told = functions.get_function_configuration(FunctionName=function)
    if told.get("LoggingConfig", {}).get("LogFormat") != "JSON":
        # Lambda refuses a change while an earlier one is under way.
        functions.get_waiter("function_updated").wait(FunctionName=function)
        functions.update_function_configuration(
            FunctionName=function, LoggingConfig={"LogFormat": "JSON"}
        )


def _set_destination(functions: "LambdaClient", function: str, queue: str) -> None:
    functions.put_function_event_invoke_config(
        FunctionName=function,
        MaximumRetryAttempts=2,
        DestinationConfig={"OnFailure": {"Destination": queue}},
    )
