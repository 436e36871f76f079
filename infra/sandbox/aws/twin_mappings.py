"""Lambda maps a queue to a function once; the emulator would do it twice."""

from collections.abc import Callable
from http import HTTPStatus

from ministack.services import lambda_svc

from infra.sandbox.aws.shapes import Answer, Json, answered


def install() -> None:
    lambda_svc._create_esm = _once(lambda_svc._create_esm)


def _once(emulator: Callable[[Json], Answer]) -> Callable[[Json], Answer]:
    def create(data: Json) -> Answer:
        source = data.get("EventSourceArn", "")
        name = lambda_svc._resolve_name(data.get("FunctionName", ""))
        for mapping in lambda_svc._esms.values():
            if (mapping["EventSourceArn"], mapping["FunctionName"]) == (source, name):
                return _conflict(mapping)
        return emulator(data)

    return create


def _conflict(mapping: Json) -> Answer:
    text = (
        f'An event source mapping with SQS arn (" {mapping["EventSourceArn"]} ") and '
        f'function (" {mapping["FunctionName"]} ") already exists. Please update or '
        f"delete the existing mapping with UUID {mapping['UUID']}"
    )
    document = {"__type": "ResourceConflictException", "message": text, "Type": "User"}
    return answered(document, HTTPStatus.CONFLICT)
