"""CloudTrail's records of calls that change Reprieve's own parts, or a trail."""

import json
from collections.abc import Mapping
from typing import Any

from chalice_app.flows.from_topic import receive_note
from infra.sandbox.aws.shapes import ACCOUNT, REGION
from tests.fakes.news import note, record
from tests.fakes.posted import Posted
from tests.fakes.world import World

_NEWS = f"arn:aws:sns:{REGION}:{ACCOUNT}:reprieve-dev-news"
_FUNCTION = "reprieve-dev-alerts"
_FUNCTION_ARN = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{_FUNCTION}"
_QUEUE = f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/reprieve-dev-actions"
_SECRET = "reprieve/dev/slack-token"
_SECRET_ARN = f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:{_SECRET}-AbCdEf"
_RULE = "reprieve-dev-Disabled-1A2B3C4D5E6F"
RULE = {"name": _RULE}

# By service: the calls, and with what parameters that name a part.
SILENCING: Mapping[str, tuple[tuple[str, Mapping[str, Any]], ...]] = {
    "cloudtrail": (
        ("StopLogging", {"name": "every-call"}),
        ("DeleteTrail", {"name": "every-call"}),
        ("UpdateTrail", {"name": "every-call"}),
        ("PutEventSelectors", {"trailName": "every-call"}),
    ),
    "events": (
        ("DisableRule", {"name": _RULE}),
        ("DeleteRule", {"name": _RULE}),
        ("RemoveTargets", {"rule": _RULE, "ids": ["news"]}),
    ),
    "sns": (
        ("DeleteTopic", {"topicArn": _NEWS}),
        ("SetTopicAttributes", {"topicArn": _NEWS, "attributeName": "Policy"}),
        ("Unsubscribe", {"subscriptionArn": f"{_NEWS}:0a1b"}),
    ),
    "lambda": (
        ("DeleteFunction20150331", {"functionName": _FUNCTION}),
        ("DeleteFunction20150331", {"functionName": _FUNCTION_ARN}),
        (
            "PutFunctionConcurrency20171031",
            {"functionName": _FUNCTION, "reservedConcurrentExecutions": 0},
        ),
    ),
    "dynamodb": (("DeleteTable", {"tableName": "reprieve-dev-cases"}),),
    "sqs": (
        ("DeleteQueue", {"queueUrl": _QUEUE}),
        ("PurgeQueue", {"queueUrl": _QUEUE}),
    ),
    "secretsmanager": (
        ("DeleteSecret", {"secretId": _SECRET}),
        ("DeleteSecret", {"secretId": _SECRET_ARN}),
    ),
}
KEEPING: Mapping[str, tuple[tuple[str, Mapping[str, Any]], ...]] = {
    "events": (
        ("PutRule", {"name": _RULE, "state": "ENABLED"}),
        ("PutTargets", {"rule": _RULE}),
    ),
    "sns": (
        ("Subscribe", {"topicArn": _NEWS, "protocol": "lambda"}),
        ("SetSubscriptionAttributes", {"subscriptionArn": f"{_NEWS}:0a1b"}),
    ),
    "lambda": (
        ("UpdateFunctionCode20150331v2", {"functionName": _FUNCTION}),
        ("UpdateFunctionConfiguration20150331v2", {"functionName": _FUNCTION_ARN}),
        ("UpdateFunctionCode20150331v2", {"functionName": "reprieve-dev"}),
    ),
    "sqs": (("SetQueueAttributes", {"queueUrl": _QUEUE}),),
    "secretsmanager": (("PutSecretValue", {"secretId": _SECRET}),),
}


def change(service: str, name: str, parameters: Any, **more: Any) -> dict[str, Any]:
    """Make the EventBridge event of a call that some service took."""
    event = record(
        name,
        eventSource=f"{service}.amazonaws.com",
        requestParameters=parameters,
        responseElements=None,
        resources=None,
        **more,
    )
    return {**event, "source": f"aws.{service}"}


def deliver(world: World, service: str, name: str, parameters: Any, **how: Any) -> None:
    receive_note(note(change(service, name, parameters, **how)), world.tools)


def deploy(world: World, **how: Any) -> None:
    for part in ("alerts", "actions", "sweep"):
        called = {"functionName": f"reprieve-dev-{part}"}
        deliver(world, "lambda", "UpdateFunctionCode20150331v2", called, **how)


def shown(posted: Posted) -> str:
    return json.dumps(posted.versions[-1], ensure_ascii=False)
