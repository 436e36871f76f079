"""API Gateway as Chalice needs it: imports, and the permission to invoke a function."""

import json

from ministack.services import apigateway_v1, lambda_svc

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Answer, Emulated, Handler, Json, answered


def install(denied: Denied) -> None:
    apigateway_v1.handle_request = _with_imports(apigateway_v1.handle_request)
    emulator = apigateway_v1._invoke_lambda_proxy_v1
    apigateway_v1._invoke_lambda_proxy_v1 = _with_permission(denied, emulator)


def _with_imports(emulator: Handler) -> Handler:
    async def handle(
        method: str, path: str, headers: Json, body: bytes, query: Json
    ) -> Answer:
        match (method, *path.strip("/").split("/")):
            case ("POST", "restapis") if query.get("mode") == ["import"]:
                api_id = apigateway_v1._import_rest_api(json.loads(body))
                return _view(api_id, 201)
            case ("PUT", "restapis", api_id):
                _replace(api_id, json.loads(body))
                return _view(api_id, 200)
            case ("PATCH", "restapis", _):
                body = _without_empty_values(body)
        return await emulator(method, path, headers, body, query)

    return handle


def _view(api_id: str, status: int) -> Answer:
    api = apigateway_v1._rest_apis[api_id]
    return answered(apigateway_v1._rest_api_view(api), status)


def _replace(api_id: str, document: Json) -> None:
    resources = apigateway_v1._resources[api_id]
    below = [name for name, found in resources.items() if found["path"] != "/"]
    for resource_id in below:
        del resources[resource_id]
    for path, item in document["paths"].items():
        apigateway_v1._import_path_item(api_id, path, item)


def _without_empty_values(body: bytes) -> bytes:
    # Chalice sends an empty minimumCompressionSize, and the emulator's echo of it is
    # a number that nobody can read.
    document = json.loads(body)
    operations = document["patchOperations"]
    document["patchOperations"] = [o for o in operations if o.get("value") != ""]
    return json.dumps(document).encode()


def _with_permission(denied: Denied, emulator: Handler) -> Handler:
    async def invoke(
        integration: Json, api_id: str, stage: str, *rest: Emulated, **named: Emulated
    ) -> Answer:
        _stage, _resource, path, method, *_more = rest
        uri = integration["uri"]
        function = apigateway_v1._extract_lambda_ref_from_integration_uri(uri)
        record, _config, _name = lambda_svc._get_func_record_for_ref_in_scope(
            function,
            account_id=named.get("owner_account_id"),
            region=named.get("owner_region"),
        )
        call = _call(function, f"{api_id}/{stage}/{method}{path}")
        if record and not denied.allows(record["policy"], call):
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
