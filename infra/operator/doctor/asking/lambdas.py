"""Checks of the five Lambdas: their roles, what brings them events, what they leave."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from infra.configuration import CONFIGURATION
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.finding import Finding, ok
from infra.operator.doctor.judging.deliveries import (
    judged_destination,
    judged_door,
    judged_mappings,
    judged_schedule,
    judged_subscription,
)
from infra.operator.doctor.judging.functions import Function, judged_function
from infra.operator.doctor.judging.roles import judged_role

Json = Mapping[str, Any]
# The functions, by their names in Chalice's configuration.
PARTS = ("alerts", "actions", "inventory", "sweep", "api_handler")


def name_of(chain: Chain, part: str) -> str:
    """Name a function as Chalice does: that of the API by the stage alone."""
    api = part == "api_handler"
    return f"reprieve-{chain.stage}" if api else chain.settings.name(part)


def functions(chain: Chain) -> Iterator[Finding]:
    names = [name_of(chain, part) for part in PARTS]
    looked_at = [_function(chain, name) for name in names]
    found = [it for each in looked_at for it in judged_function(each, chain.stage)]
    yield from found
    if not found:
        yield ok("functions_right", functions=", ".join(names))


def _function(chain: Chain, name: str) -> Function:
    told = chain.described(name)
    if told is None:
        return Function(name=name)
    reserved = told.get("Concurrency", {}).get("ReservedConcurrentExecutions")
    return Function(name=name, settings=told["Configuration"], reserved=reserved)


def roles(chain: Chain) -> Iterator[Finding]:
    found: list[Finding] = []
    for part in PARTS:
        told = chain.described(name_of(chain, part)) or {}
        role = told["Configuration"]["Role"]
        found += _role(chain, role.rpartition("/")[2], part)
    yield from found
    if not found:
        yield ok("roles_right")


def _role(chain: Chain, role: str, part: str) -> Iterator[Finding]:
    iam = chain.session.client("iam")
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    # botocore has decoded the document, whatever its type says.
    policies = {
        it: cast(
            "Json",
            iam.get_role_policy(RoleName=role, PolicyName=it)["PolicyDocument"],
        )
        for it in names
    }
    told = iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]
    file = chain.project / ".chalice" / _policy_file(chain, part)
    expected = json.loads(file.read_text(encoding="utf-8"))
    attached = [it["PolicyName"] for it in told]
    yield from judged_role(role, policies, attached, expected)


def _policy_file(chain: Chain, part: str) -> str:
    """Name the file as Chalice does: what stands under the stage comes first."""
    text = (chain.project / CONFIGURATION).read_text(encoding="utf-8")
    document: Json = json.loads(text)
    places = (document["stages"][chain.stage], document)
    given = [it.get("lambda_functions", {}).get(part, {}) for it in places]
    return str(next(it["iam_policy_file"] for it in given if "iam_policy_file" in it))


def alerts(chain: Chain) -> Iterator[Finding]:
    sns, name = chain.session.client("sns"), name_of(chain, "alerts")
    function, attributes = chain.function(name), None
    for each in chain.subscriptions(chain.news):
        if each["Endpoint"] == function:
            told = sns.get_subscription_attributes(
                SubscriptionArn=each["SubscriptionArn"]
            )
            attributes = told["Attributes"]
    found = [
        *judged_subscription(chain.news, function, attributes, chain.dead_letters),
        *judged_door(chain.policy(name), "sns.amazonaws.com", chain.news, function),
    ]
    yield from found or [ok("alerts_subscribed", topic=chain.news)]


def queue(chain: Chain) -> Iterator[Finding]:
    yield from _queue_of(chain, "actions")


def pages(chain: Chain) -> Iterator[Finding]:
    yield from _queue_of(chain, "inventory")


def _queue_of(chain: Chain, part: str) -> Iterator[Finding]:
    """Look how a function gets what is in the queue of its name."""
    client, name = chain.session.client("lambda"), name_of(chain, part)
    told = client.list_event_source_mappings(FunctionName=name)
    source = chain.arn("sqs", chain.settings.name(part))
    yield from judged_mappings(told["EventSourceMappings"], source, name)


def failures(chain: Chain) -> Iterator[Finding]:
    client, found = chain.session.client("lambda"), list[Finding]()
    for name in (name_of(chain, "alerts"), name_of(chain, "sweep")):
        try:
            told = client.get_function_event_invoke_config(FunctionName=name)
            settings: Json | None = {**told}
        except client.exceptions.ResourceNotFoundException:
            settings = None
        found += judged_destination(name, settings, chain.dead_letters)
    yield from found or [ok("destinations_right", queue=chain.dead_letters)]


def sweep(chain: Chain) -> Iterator[Finding]:
    events, name = chain.session.client("events"), name_of(chain, "sweep")
    function = chain.function(name)
    names = events.list_rule_names_by_target(TargetArn=function)["RuleNames"]
    rules: dict[str, Json] = {it: {**events.describe_rule(Name=it)} for it in names}
    found = list(judged_schedule(function, rules, chain.policy(name)))
    yield from found or [ok("sweep_scheduled", rule=", ".join(names))]
