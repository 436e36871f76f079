"""What the emulator's IAM lacks: variables, keys by alias, topics, KMS's wording."""

import re
from collections.abc import Callable
from dataclasses import replace

from ministack.core import iam_actions, iam_evaluator
from ministack.services import kms

from infra.sandbox.aws.shapes import Answer, Emulated, Json

_VARIABLE = re.compile(r"\$\{([a-zA-Z0-9]+:[^}]+)\}")


def install() -> None:
    iam_evaluator._first_match = _with_variables(iam_evaluator._first_match)
    emulators_arn = iam_actions.extract_resource_arn
    iam_actions.extract_resource_arn = _with_arns(emulators_arn)
    emulators_name = iam_actions.extract_iam_action
    iam_actions.extract_iam_action = _with_destinations(emulators_name)
    emulators_words = iam_actions.access_denied_response
    iam_actions.access_denied_response = _with_kms_wording(emulators_words)


def _with_variables(emulator: Callable[..., Emulated]) -> Callable[..., Emulated]:
    def first_match(context: Emulated, statements: Emulated, effect: str) -> Emulated:
        filled = [_filled(statement, context) for statement in statements]
        return emulator(context, filled, effect)

    return first_match


def _filled(statement: Emulated, context: Emulated) -> Emulated:
    return replace(
        statement,
        resources=_fill(statement.resources, context),
        not_resources=_fill(statement.not_resources, context),
        conditions=_fill(statement.conditions, context),
    )


def _fill(value: Emulated, context: Emulated) -> Emulated:
    if isinstance(value, dict):
        return {name: _fill(item, context) for name, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, context) for item in value]
    if isinstance(value, str):
        return _VARIABLE.sub(lambda found: _resolved(found, context), value)
    return value


def _resolved(found: re.Match[str], context: Emulated) -> str:
    value = iam_evaluator._resolve_condition_key(found[1], context)
    # A variable without a value matches nothing, so it is left as it stands.
    return found[0] if value is None else str(value)


def _with_arns(emulator: Callable[..., str]) -> Callable[..., str]:
    # IAM compares a policy with the key's ARN, also when the caller typed an alias, and
    # with the topic's, when the caller named a subscription.
    def extract(service: str, *rest: Emulated) -> str:
        arn = emulator(service, *rest)
        record = kms._resolve_key(arn) if service == "kms" else None
        if service == "sns" and not arn.startswith("arn:"):
            _method, _path, _headers, _body, query, *_ = rest
            return _topic_of(query.get("SubscriptionArn", arn))
        return str(record["Arn"]) if record else arn

    return extract


def _topic_of(subscription: list[str] | str) -> str:
    named = subscription if isinstance(subscription, str) else subscription[0]
    return ":".join(named.split(":")[:6])


def _with_destinations(emulator: Callable[..., str]) -> Callable[..., str]:
    # The emulator takes a function's destination for the function itself.
    def extract(service: str, method: str, path: str, *rest: Emulated) -> str:
        if method == "GET" and path.endswith("/event-invoke-config"):
            return "lambda:GetFunctionEventInvokeConfig"
        return emulator(service, method, path, *rest)

    return extract


def _with_kms_wording(emulator: Callable[..., Answer]) -> Callable[..., Answer]:
    # KMS names the key in its refusal, and answers 400.
    def response(
        service: str, action: str, principal: str, request_id: str, **named: Emulated
    ) -> Answer:
        if service != "kms":
            return emulator(service, action, principal, request_id, **named)
        if not named.get("resource_policy_arn") and not named.get("message"):
            named = {**named, "message": _kms_words(action, principal, named)}
        made = emulator(service, action, principal, request_id, **named)
        return 400, made[1], made[2]

    return response


def _kms_words(action: str, principal: str, named: Json) -> str:
    explicit = named.get("explicit_deny", False)
    key = named.get("resource_arn", "*")
    words = iam_actions.identity_denial_message(action, principal, key, explicit)
    return str(words)
