"""What CloudWatch measures: metrics in log lines, and Lambda's and the API's counts."""

import json
from collections.abc import Callable, Iterator
from http import HTTPStatus

from ministack.services import apigateway_v1, cloudwatch, lambda_svc

from chalice_app.domain.fields import fields_at
from infra.sandbox.aws.shapes import Answer, Emulated, Handler, Json


def install() -> None:
    lambda_svc._emit_lambda_logs = _reading(lambda_svc._emit_lambda_logs)
    # The emulator counts errors of `Invoke` alone, throttles wherever they happen.
    lambda_svc._emit_lambda_metrics = _throttles(lambda_svc._emit_lambda_metrics)
    lambda_svc._execute_function_dispatch = _counting(
        lambda_svc._execute_function_dispatch
    )


def count_errors_of_apis() -> None:
    """Count what API Gateway answers, whoever has refused before."""
    emulator = apigateway_v1._invoke_lambda_proxy_v1
    apigateway_v1._invoke_lambda_proxy_v1 = _answering(emulator)


def _reading(emulator: Callable[..., None]) -> Callable[..., None]:
    def emit(
        function: Json, request: str, text: str, *rest: Emulated, **named: Emulated
    ) -> None:
        emulator(function, request, text, *rest, **named)
        for line in text.splitlines():
            for namespace, name, value, unit, dimensions in embedded(line):
                cloudwatch.record_metric(namespace, name, value, unit, dimensions)

    return emit


Datum = tuple[str, str, float, str, dict[str, str]]


def embedded(line: str) -> Iterator[Datum]:
    """Read the metrics of a line in the embedded metric format; none of any other."""
    try:
        document = json.loads(line) if '"_aws"' in line else {}
    except ValueError:
        return
    found = fields_at(document, "_aws").get("CloudWatchMetrics")
    for directive in found if isinstance(found, list) else ():
        for names in directive["Dimensions"]:
            dimensions = {name: document[name] for name in names}
            for it in directive["Metrics"]:
                value, unit = document[it["Name"]], it.get("Unit", "None")
                yield directive["Namespace"], it["Name"], value, unit, dimensions


def _throttles(emulator: Callable[..., None]) -> Callable[..., None]:
    def emit(name: str, duration_ms: float, *, error: bool, throttle: bool) -> None:
        if throttle:
            emulator(name, duration_ms, error=error, throttle=throttle)

    return emit


def _counting(emulator: Callable[..., Json]) -> Callable[..., Json]:
    def dispatch(function: Json, config: Json, *rest: Emulated) -> Json:
        told = emulator(function, config, *rest)
        dimensions = {"FunctionName": config["FunctionName"]}
        failed = int(bool(told.get("error")))
        cloudwatch.record_metric("AWS/Lambda", "Errors", failed, "Count", dimensions)
        return told

    return dispatch


def _answering(emulator: Handler) -> Handler:
    async def invoke(
        integration: Json, api_id: str, *rest: Emulated, **named: Emulated
    ) -> Answer:
        answer = await emulator(integration, api_id, *rest, **named)
        wrong = int(answer[0] >= HTTPStatus.INTERNAL_SERVER_ERROR)
        name = {"ApiName": apigateway_v1._rest_apis[api_id]["name"]}
        cloudwatch.record_metric("AWS/ApiGateway", "5XXError", wrong, "Count", name)
        return answer

    return invoke
