"""Everything that stands in an account, as its services list it."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from botocore.client import BaseClient

from infra.sandbox.aws.local_aws import LocalAws

# Service, call, key of the answer, and what of each item tells it apart.
LISTS: Mapping[str, tuple[str, str, str, Callable[[Any], Any]]] = {
    "stacks": (
        "cloudformation",
        "describe_stacks",
        "Stacks",
        lambda each: each["StackName"],
    ),
    "topics": ("sns", "list_topics", "Topics", lambda each: each["TopicArn"]),
    "subscriptions": (
        "sns",
        "list_subscriptions",
        "Subscriptions",
        lambda each: (each["SubscriptionArn"], each["Endpoint"]),
    ),
    "queues": ("sqs", "list_queues", "QueueUrls", str),
    "rules": ("events", "list_rules", "Rules", lambda each: each["Arn"]),
    "tables": ("dynamodb", "list_tables", "TableNames", str),
    "secrets": (
        "secretsmanager",
        "list_secrets",
        "SecretList",
        lambda each: each["ARN"],
    ),
    "logs": (
        "logs",
        "describe_log_groups",
        "logGroups",
        lambda each: (each["logGroupName"], each.get("retentionInDays")),
    ),
    "alarms": (
        "cloudwatch",
        "describe_alarms",
        "MetricAlarms",
        lambda each: each["AlarmArn"],
    ),
    "functions": (
        "lambda",
        "list_functions",
        "Functions",
        lambda each: (each["FunctionArn"], each["CodeSha256"], each["Handler"]),
    ),
    "mappings": (
        "lambda",
        "list_event_source_mappings",
        "EventSourceMappings",
        lambda each: each["UUID"],
    ),
    "apis": ("apigateway", "get_rest_apis", "items", lambda each: each["id"]),
    "roles": ("iam", "list_roles", "Roles", lambda each: each["RoleId"]),
}


def listing(aws: LocalAws) -> dict[str, list[Any]]:
    """Ask every service for what it has."""
    return {name: _listed(aws, *LISTS[name]) for name in LISTS}


def _listed(
    aws: LocalAws, service: str, call: str, key: str, identity: Callable[[Any], Any]
) -> list[Any]:
    answer = getattr(_client(aws, service), call)()
    return sorted(map(identity, answer.get(key) or []))


@cache
def _client(aws: LocalAws, service: str) -> BaseClient:
    client: BaseClient = aws.client(service)
    return client
