"""What can be wrong with the Lambdas and with e-mail, made and taken back."""

import json
from functools import partial
from typing import Any

from infra.sandbox.world import EMAIL
from tests.infra.operator.doctor.undone import Back, Row, Trouble, calls, undone
from tests.infra.operator.doctor.visited import Visited

ALERTS, ACTIONS, INVENTORY, SWEEP = (
    f"reprieve-dev-{it}" for it in ("alerts", "actions", "inventory", "sweep")
)
OTHER = {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}
THEIRS = json.dumps({"Version": "2012-10-17", "Statement": [OTHER]})
MANY = "arn:aws:iam::aws:policy/AdministratorAccess"
KEPT = ("RedrivePolicy", "FilterPolicyScope", "FilterPolicy")


@undone
def stopped(at: Visited) -> Back:
    functions = at.aws("lambda")
    functions.put_function_concurrency(
        FunctionName=ALERTS, ReservedConcurrentExecutions=0
    )
    return partial(functions.delete_function_concurrency, FunctionName=ALERTS)


@undone
def of_another_stage(at: Visited) -> Back:
    functions = at.aws("lambda")
    told = functions.get_function_configuration(FunctionName=SWEEP)
    variables = told["Environment"]["Variables"]
    change = partial(functions.update_function_configuration, FunctionName=SWEEP)
    change(Environment={"Variables": {**variables, "REPRIEVE_STAGE": "prod"}})
    return partial(change, Environment={"Variables": variables})


@undone
def changed_role(at: Visited) -> Back:
    iam = at.aws("iam")
    [name] = iam.list_role_policies(RoleName=ALERTS)["PolicyNames"]
    which = {"RoleName": ALERTS, "PolicyName": name}
    before = json.dumps(iam.get_role_policy(**which)["PolicyDocument"])
    iam.put_role_policy(**which, PolicyDocument=THEIRS)
    return partial(iam.put_role_policy, **which, PolicyDocument=before)


@undone
def richer_role(at: Visited) -> Back:
    iam, which = at.aws("iam"), {"RoleName": ACTIONS, "PolicyName": "theirs"}
    iam.put_role_policy(**which, PolicyDocument=THEIRS)
    return partial(iam.delete_role_policy, **which)


def subscription(at: Visited, endpoint: str) -> dict[str, Any]:
    """Give the attributes of one subscription to the news."""
    sns = at.aws("sns")
    told = sns.list_subscriptions_by_topic(TopicArn=at.chain().news)["Subscriptions"]
    [listed] = [it for it in told if it["Endpoint"].endswith(endpoint)]
    arn = listed["SubscriptionArn"]
    return {
        **listed,
        **sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"],
    }


def unsubscribed(endpoint: str) -> Trouble:
    def make(at: Visited) -> Back:
        sns, before = at.aws("sns"), subscription(at, endpoint)
        sns.unsubscribe(SubscriptionArn=before["SubscriptionArn"])
        how = {it: before[it] for it in ("TopicArn", "Protocol", "Endpoint")}
        attributes = {it: before[it] for it in KEPT if it in before}
        return partial(sns.subscribe, **how, Attributes=attributes)

    return undone(make)


def resubscribed(endpoint: str, attribute: str, value: str) -> Trouble:
    def make(at: Visited) -> Back:
        before = subscription(at, endpoint)
        change = partial(
            at.aws("sns").set_subscription_attributes,
            SubscriptionArn=before["SubscriptionArn"],
            AttributeName=attribute,
        )
        change(AttributeValue=value)
        return partial(change, AttributeValue=before.get(attribute, ""))

    return undone(make)


@undone
def closed(at: Visited) -> Back:
    functions = at.aws("lambda")
    told = json.loads(functions.get_policy(FunctionName=ALERTS)["Policy"])
    [statement] = told["Statement"]
    functions.remove_permission(FunctionName=ALERTS, StatementId=statement["Sid"])
    return partial(
        functions.add_permission,
        FunctionName=ALERTS,
        StatementId=statement["Sid"],
        Action=statement["Action"],
        Principal=statement["Principal"]["Service"],
        SourceArn=at.chain().news,
    )


def mapping_off(name: str, at: Visited) -> Back:
    functions = at.aws("lambda")
    told = functions.list_event_source_mappings(FunctionName=name)
    number = told["EventSourceMappings"][0]["UUID"]
    change = partial(functions.update_event_source_mapping, UUID=number)
    change(Enabled=False)
    return partial(change, Enabled=True)


@undone
def no_destination(at: Visited) -> Back:
    functions = at.aws("lambda")
    told = functions.get_function_event_invoke_config(FunctionName=SWEEP)
    functions.delete_function_event_invoke_config(FunctionName=SWEEP)
    kept = {it: told[it] for it in ("MaximumRetryAttempts", "DestinationConfig")}
    return partial(
        functions.put_function_event_invoke_config, FunctionName=SWEEP, **kept
    )


ATTACHED = calls(
    "iam", "attach_role_policy", "detach_role_policy", RoleName=SWEEP, PolicyArn=MANY
)
LOST = json.dumps({"news": ["lost"]})

TROUBLES: tuple[Row, ...] = (
    ("functions", "function_stopped", stopped),
    ("functions", "function_stage", of_another_stage),
    ("roles", "role_differs", changed_role),
    ("roles", "role_more", richer_role),
    ("roles", "role_more", ATTACHED),
    ("alerts", "alerts_unsubscribed", unsubscribed(ALERTS)),
    ("alerts", "alerts_filtered", resubscribed(ALERTS, "FilterPolicy", LOST)),
    ("alerts", "alerts_redrive", resubscribed(ALERTS, "RedrivePolicy", "{}")),
    ("alerts", "function_closed", closed),
    ("actions", "mapping_disabled", undone(partial(mapping_off, ACTIONS))),
    ("inventory", "mapping_disabled", undone(partial(mapping_off, INVENTORY))),
    ("failures", "destination_missing", no_destination),
    ("e-mail", "email_missing", unsubscribed(EMAIL)),
    ("e-mail", "email_filter", resubscribed(EMAIL, "FilterPolicy", LOST)),
)
