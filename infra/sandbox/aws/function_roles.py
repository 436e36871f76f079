"""A function's role must allow what Lambda is to do in its name."""

from collections.abc import Callable

from ministack.core.iam_evaluator import EvalContext, _gather_role_policies, evaluate
from ministack.core.responses import get_account_id, get_region
from ministack.services import lambda_svc

from infra.sandbox.aws.shapes import Answer, Json, Refusal, refused

QUEUE_READS = (
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
)


def install() -> None:
    lambda_svc._create_esm = _checked_mapping(lambda_svc._create_esm)
    emulator = lambda_svc._put_event_invoke_config
    lambda_svc._put_event_invoke_config = _checked_destination(emulator)


def _checked_mapping(emulator: Callable[[Json], Answer]) -> Callable[[Json], Answer]:
    def create(data: Json) -> Answer:
        queue, name = data.get("EventSourceArn", ""), data.get("FunctionName", "")
        for action in QUEUE_READS if ":sqs:" in queue else ():
            if not may(_role_of(name), action, queue):
                return refused(_lacks(action, queue))
        return emulator(data)

    return create


def _checked_destination(
    emulator: Callable[[str, str | None, Json], Answer],
) -> Callable[[str, str | None, Json], Answer]:
    def put(name: str, qualifier: str | None, data: Json) -> Answer:
        failures = data.get("DestinationConfig", {}).get("OnFailure", {})
        queue = failures.get("Destination", "")
        if ":sqs:" in queue and not may(_role_of(name), "sqs:SendMessage", queue):
            return refused(_lacks("sqs:SendMessage", queue))
        return emulator(name, qualifier, data)

    return put


def _role_of(function: str) -> str:
    record = lambda_svc._functions.get(lambda_svc._resolve_name(function)) or {}
    return str(record.get("config", {}).get("Role", ""))


def may(role: str, action: str, resource: str) -> bool:
    account = get_account_id()
    context = EvalContext(
        principal_arn=role,
        principal_type="AssumedRole",
        principal_account=account,
        action=action,
        resource_arn=resource,
        region=get_region(),
    )
    policies = _gather_role_policies(role.rsplit("/", 1)[-1], account)
    return str(evaluate(context, policies).decision) == "Allow"


def _lacks(action: str, resource: str) -> Refusal:
    return Refusal(
        code="InvalidParameterValueException",
        text="The function's execution role does not have permissions to call "
        f"{action.partition(':')[2]} on {resource}",
    )
