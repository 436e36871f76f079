"""Checks of the Lambdas: that they may run, and what brings them events."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalice_app.adapters.watcher.parts import FUNCTIONS, Parts
from chalice_app.domain.watcher.deliveries import (
    judged_destination,
    judged_door,
    judged_mappings,
    judged_subscription,
)
from chalice_app.domain.watcher.finding import Finding, ok
from chalice_app.domain.watcher.functions import Function, judged_function

Json = Mapping[str, Any]


def functions(parts: Parts) -> Iterator[Finding]:
    names = [parts.name_of(it) for it in FUNCTIONS]
    looked_at = [_function(parts, name) for name in names]
    stage = parts.settings.stage
    found = [it for each in looked_at for it in judged_function(each, stage)]
    yield from found
    if not found:
        yield ok("functions_right", functions=", ".join(names))


def _function(parts: Parts, name: str) -> Function:
    told = parts.described(name)
    if told is None:
        return Function(name=name)
    reserved = told.get("Concurrency", {}).get("ReservedConcurrentExecutions")
    return Function(name=name, settings=told["Configuration"], reserved=reserved)


def alerts(parts: Parts) -> Iterator[Finding]:
    sns, name = parts.session.client("sns"), parts.name_of("alerts")
    function, attributes = parts.function(name), None
    for each in parts.subscriptions(parts.news):
        if each["Endpoint"] == function:
            told = sns.get_subscription_attributes(
                SubscriptionArn=each["SubscriptionArn"]
            )
            attributes = told["Attributes"]
    found = [
        *judged_subscription(parts.news, function, attributes, parts.dead_letters),
        *judged_door(parts.policy(name), "sns.amazonaws.com", parts.news, function),
    ]
    yield from found or [ok("alerts_subscribed", topic=parts.news)]


def queue(parts: Parts) -> Iterator[Finding]:
    yield from _queue_of(parts, "actions")


def pages(parts: Parts) -> Iterator[Finding]:
    yield from _queue_of(parts, "inventory")


def _queue_of(parts: Parts, part: str) -> Iterator[Finding]:
    """Look how a function gets what is in the queue of its name."""
    client, name = parts.session.client("lambda"), parts.name_of(part)
    told = client.list_event_source_mappings(FunctionName=name)
    source = parts.arn("sqs", parts.settings.name(part))
    yield from judged_mappings(told["EventSourceMappings"], source, name)


def failures(parts: Parts) -> Iterator[Finding]:
    client, found = parts.session.client("lambda"), list[Finding]()
    for name in (parts.name_of("alerts"), parts.name_of("sweep")):
        try:
            told = client.get_function_event_invoke_config(FunctionName=name)
            settings: Json | None = {**told}
        except client.exceptions.ResourceNotFoundException:
            settings = None
        found += judged_destination(name, settings, parts.dead_letters)
    yield from found or [ok("destinations_right", queue=parts.dead_letters)]
