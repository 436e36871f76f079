"""Which call a request to another service than KMS is, in CloudTrail's names."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from infra.sandbox.aws.shapes import Json
from infra.sandbox.aws.trail_spelling import small_first

# By the prefix of x-amz-target: the service, and its calls that write.
_BY_TARGET: Mapping[str, tuple[str, frozenset[str]]] = {
    "AWSEvents": (
        "events",
        frozenset(
            {
                *("DeleteRule", "DisableRule", "EnableRule", "PutRule"),
                *("PutTargets", "RemoveTargets"),
            }
        ),
    ),
    "CloudTrail_20131101": (
        "cloudtrail",
        frozenset({"DeleteTrail", "PutEventSelectors", "StartLogging", "StopLogging"}),
    ),
    "AmazonSQS": (
        "sqs",
        frozenset({"DeleteQueue", "PurgeQueue", "SetQueueAttributes"}),
    ),
    "DynamoDB_20120810": ("dynamodb", frozenset({"DeleteTable"})),
    "secretsmanager": (
        "secretsmanager",
        frozenset({"DeleteSecret", "PutSecretValue"}),
    ),
}
_OF_SNS = frozenset(
    {
        *("DeleteTopic", "SetSubscriptionAttributes", "SetTopicAttributes"),
        *("Subscribe", "Unsubscribe"),
    }
)
# Lambda's names end in the version of its API.
_OF_LAMBDA = (
    ("DELETE", r"/2015-03-31/functions/([^/]+)/?", "DeleteFunction20150331"),
    ("PUT", r"/2015-03-31/functions/([^/]+)/code", "UpdateFunctionCode20150331v2"),
    (
        "PUT",
        r"/2015-03-31/functions/([^/]+)/configuration",
        "UpdateFunctionConfiguration20150331v2",
    ),
    (
        "PUT",
        r"/2017-10-31/functions/([^/]+)/concurrency",
        "PutFunctionConcurrency20171031",
    ),
)
# CloudTrail leaves these out.
_SECRET = frozenset({"secretString", "secretBinary", "zipFile"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCall:
    service: str
    name: str
    parameters: Json


def service_call(
    method: str, path: str, headers: Mapping[str, str], body: bytes
) -> ServiceCall | None:
    """Read a request; None for what no rule of the sandbox's events is about."""
    if "x-amz-target" in headers:
        return _by_target(headers["x-amz-target"], body)
    if "form" in headers.get("content-type", ""):
        return _of_sns(body)
    return _of_lambda(method, path, body)


def _by_target(target: str, body: bytes) -> ServiceCall | None:
    prefix, _, name = target.rpartition(".")
    service, writes = _BY_TARGET.get(prefix.rpartition(".")[2], ("", frozenset()))
    if name not in writes:
        return None
    return ServiceCall(service=service, name=name, parameters=_read(body))


def _of_sns(body: bytes) -> ServiceCall | None:
    given = {name: values[0] for name, values in parse_qs(body.decode()).items()}
    name = given.get("Action", "")
    if name not in _OF_SNS:
        return None
    named = {it: value for it, value in given.items() if "." not in it}
    dropped = {"Action", "Version"}
    parameters = {small_first(it): named[it] for it in named.keys() - dropped}
    return ServiceCall(service="sns", name=name, parameters=parameters)


def _of_lambda(method: str, path: str, body: bytes) -> ServiceCall | None:
    for verb, shape, name in _OF_LAMBDA:
        found = re.fullmatch(shape, unquote(path))
        if verb == method and found:
            parameters = {**_read(body), "functionName": found[1]}
            return ServiceCall(service="lambda", name=name, parameters=parameters)
    return None


def _read(body: bytes) -> Json:
    told = {small_first(it): value for it, value in json.loads(body or b"{}").items()}
    return {name: value for name, value in told.items() if name not in _SECRET}
