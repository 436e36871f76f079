"""What Lambda does in the name of a function's role, if the role allows it."""

from collections.abc import Callable
from functools import partial

from ministack.services import lambda_svc

from infra.sandbox.aws.function_roles import QUEUE_READS, may
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Emulated, Json
from infra.sandbox.aws.used import Used

_LOG = ("logs:CreateLogStream", "logs:PutLogEvents")


def install(used: Used) -> None:
    lambda_svc._emit_lambda_logs = _logging(used, lambda_svc._emit_lambda_logs)
    emulator = lambda_svc._sqs_esm_concurrency
    lambda_svc._sqs_esm_concurrency = _polling(used, emulator)
    lambda_svc._route_async_failure = _leaving(used, lambda_svc._route_async_failure)


def _logging(used: Used, emulator: Callable[..., None]) -> Callable[..., None]:
    def emit(function: Json, *rest: Emulated, **named: Emulated) -> None:
        config = function.get("config") or function
        group = f"/aws/lambda/{config['FunctionName']}"
        stream = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{group}:log-stream:new"
        allowed = partial(_allowed, used, config["Role"], resource=stream)
        # Without the one there is no stream, and without the other it stays empty.
        if all(allowed(action) for action in _LOG):
            emulator(function, *rest, **named)

    return emit


def _polling(used: Used, emulator: Callable[..., int]) -> Callable[..., int]:
    def concurrency(mapping: Json, function: Json, *rest: Emulated) -> int:
        role, queue = function["config"]["Role"], mapping["EventSourceArn"]
        # With no invocation allowed at once the emulator leaves the queue alone.
        free = all(_allowed(used, role, action, queue) for action in QUEUE_READS)
        return emulator(mapping, function, *rest) if free else 0

    return concurrency


def _leaving(used: Used, emulator: Callable[..., None]) -> Callable[..., None]:
    def leave(queue: str, name: str, *rest: Emulated) -> None:
        role = lambda_svc._functions[name]["config"]["Role"]
        if ":sqs:" not in queue or _allowed(used, role, "sqs:SendMessage", queue):
            emulator(queue, name, *rest)

    return leave


def _allowed(used: Used, role: str, action: str, resource: str) -> bool:
    allowed = may(role, action, resource)
    used.note(role, action, resource, allowed=allowed)
    return allowed
