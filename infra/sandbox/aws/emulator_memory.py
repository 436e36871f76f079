"""What the emulator's services hold in memory, named so that it can be laid back."""

import ast
from collections.abc import Iterable
from importlib import import_module

from ministack.core.responses import AccountRegionScopedDict, AccountScopedDict
from ministack.services import dynamodb, lambda_svc, sqs, sts

from infra.sandbox.aws.shapes import Emulated, Json

# What callers and Lambdas change all the time.
LIVELY = ("kms", "dynamodb", "sqs")
# What a deployment makes; IAM's calls are few.
STILL = (
    "apigateway_v1",
    "cloudformation",
    "cloudwatch",
    "eventbridge",
    "iam",
    "lambda_svc",
    "secretsmanager",
    "sns",
)
_SESSIONS = "sts._sessions"
# DynamoDB's index of an index's members: it is made anew when it is missed.
_DERIVED = {"_index_members"}


def memory(services: Iterable[str]) -> dict[str, Json]:
    held = {name: dict(_named(store)) for name, store in _stores(services).items()}
    return {**held, _SESSIONS: dict(sts._sessions)}


def recall(kept: dict[str, Json]) -> None:
    """Lay back what was kept, and wake what serves it."""
    for name, store in _stores((*LIVELY, *STILL)).items():
        found = kept.get(name, {})
        store._data.update({ast.literal_eval(key): it for key, it in found.items()})
    sts._sessions.update(kept.get(_SESSIONS, {}))
    dynamodb._restore_state({"tables": {}})  # its items make room for new partitions
    sqs._rebuild_queue_name_index()
    if lambda_svc._esms.has_any():
        lambda_svc._ensure_poller()


def _stores(services: Iterable[str]) -> dict[str, Emulated]:
    kinds = (AccountRegionScopedDict, AccountScopedDict)
    return {
        f"{service}.{name}": value
        for service in services
        for name, value in vars(import_module(f"ministack.services.{service}")).items()
        if isinstance(value, kinds)
    }


def _named(store: Emulated) -> Iterable[tuple[str, Emulated]]:
    tables = store is dynamodb._tables
    for key, value in list(store._data.items()):
        yield repr(key), _without_derived(value) if tables else value


def _without_derived(table: Json) -> Json:
    return {name: value for name, value in table.items() if name not in _DERIVED}
