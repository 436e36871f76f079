"""What the emulator's IAM lacks: policy variables, keys named by alias, and KMS's own wording."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ministack.core import iam_actions, iam_evaluator
from ministack.services import kms

from infra.sandbox.aws.shapes import Answer, Json

_VARIABLE = re.compile(r"\$\{([a-zA-Z]+:[^}]+)\}")


def install() -> None:
    iam_evaluator._first_match = with_variables(iam_evaluator._first_match)
    iam_actions.extract_resource_arn = with_key_arns(iam_actions.extract_resource_arn)
    iam_actions.access_denied_response = with_kms_wording(
        iam_actions.access_denied_response
    )


def with_variables(emulator: Callable[..., Any]) -> Callable[..., Any]:
    def first_match(context: Any, statements: list[Any], effect: str) -> Any:  # noqa: ANN401
        return emulator(
            context, [_filled(statement, context) for statement in statements], effect
        )

    return first_match


def _filled(statement: Any, context: Any) -> Any:  # noqa: ANN401
    return replace(
        statement,
        resources=_fill(statement.resources, context),
        not_resources=_fill(statement.not_resources, context),
        conditions=_fill(statement.conditions, context),
    )


def _fill(value: Any, context: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {name: _fill(item, context) for name, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, context) for item in value]
    if isinstance(value, str):
        return _VARIABLE.sub(lambda found: _resolved(found, context), value)
    return value


def _resolved(found: re.Match[str], context: Any) -> str:  # noqa: ANN401
    value = iam_evaluator._resolve_condition_key(found[1], context)
    # A variable without a value matches nothing, so it is left as it stands.
    return found[0] if value is None else str(value)


def with_key_arns(emulator: Callable[..., str]) -> Callable[..., str]:
    """IAM compares a KMS call's policy with the key's ARN, also when the caller typed an alias."""

    def extract(
        service: str, method: str, path: str, headers: Json, body: bytes, *rest: Any
    ) -> str:  # noqa: ANN401
        arn = emulator(service, method, path, headers, body, *rest)
        record = kms._resolve_key(arn) if service == "kms" else None
        return str(record["Arn"]) if record else arn

    return extract


def with_kms_wording(emulator: Callable[..., Answer]) -> Callable[..., Answer]:
    """KMS names the key in its refusal, and answers 400 where the emulator answers 403."""

    def response(
        service: str, action: str, principal: str, request_id: str, **named: Any
    ) -> Answer:  # noqa: ANN401
        if service != "kms" or named.get("resource_policy_arn"):
            return emulator(service, action, principal, request_id, **named)
        message = iam_actions.identity_denial_message(
            action,
            principal,
            named.get("resource_arn", "*"),
            named.get("explicit_deny", False),
        )
        _status, headers, body = emulator(
            service, action, principal, request_id, **{**named, "message": message}
        )
        return 400, headers, body

    return response
