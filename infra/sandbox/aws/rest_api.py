"""API Gateway as Chalice needs it: import of a REST API, and the permission to invoke its function."""

import json
from typing import Any

from ministack.services import apigateway_v1, lambda_svc

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Answer, Handler, Json, answered

_API = "restapis"


def install(denied: Denied) -> None:
    apigateway_v1.handle_request = with_imports(apigateway_v1.handle_request)
    apigateway_v1._invoke_lambda_proxy_v1 = with_permission(
        denied, apigateway_v1._invoke_lambda_proxy_v1
    )


def with_imports(emulator: Handler) -> Handler:
    async def handle(
        method: str, path: str, headers: Json, body: bytes, query: Json
    ) -> Answer:
        parts = path.strip("/").split("/")
        if (method, path, query.get("mode")) == ("POST", f"/{_API}", ["import"]):
            return _view(apigateway_v1._import_rest_api(json.loads(body)), 201)
        if method == "PUT" and parts[0] == _API and len(parts) == 2:
            return _view(_replaced(parts[1], json.loads(body)), 200)
        if method == "PATCH" and parts[0] == _API and len(parts) == 2:
            body = _without_empty_values(body)
        return await emulator(method, path, headers, body, query)

    return handle


def _view(api_id: str, status: int) -> Answer:
    return answered(
        apigateway_v1._rest_api_view(apigateway_v1._rest_apis[api_id]), status
    )


def _replaced(api_id: str, document: Json) -> str:
    resources = apigateway_v1._resources[api_id]
    for resource_id in [r for r, found in resources.items() if found["path"] != "/"]:
        del resources[resource_id]
    for path, item in document["paths"].items():
        apigateway_v1._import_path_item(api_id, path, item)
    return api_id


def _without_empty_values(body: bytes) -> bytes:
    """Chalice sends an empty minimumCompressionSize, which the emulator would echo as an unreadable number."""
    document = json.loads(body)
    document["patchOperations"] = [
        o for o in document["patchOperations"] if o.get("value") != ""
    ]
    return json.dumps(document).encode()


def with_permission(denied: Denied, emulator: Handler) -> Handler:
    async def invoke(
        integration: Json, api_id: str, stage: str, *rest: Any, **named: Any
    ) -> Answer:  # noqa: ANN401
        _stage, _resource, path, method, *_more = rest
        function = apigateway_v1._extract_lambda_ref_from_integration_uri(
            integration["uri"]
        )
        record, _config, _name = lambda_svc._get_func_record_for_ref_in_scope(
            function,
            account_id=named.get("owner_account_id"),
            region=named.get("owner_region"),
        )
        if record and not denied.allows(
            record.get("policy"), _call(function, f"{api_id}/{stage}/{method}{path}")
        ):
            return answered({"message": "Internal server error"}, 500)
        return await emulator(integration, api_id, stage, *rest, **named)

    return invoke


def _call(function: str, route: str) -> ServiceCall:
    _arn, partition, _lambda, region, account, *_rest = function.split(":")
    return ServiceCall(
        service="apigateway.amazonaws.com",
        action="lambda:InvokeFunction",
        resource=function,
        source=f"arn:{partition}:execute-api:{region}:{account}:{route}",
    )
