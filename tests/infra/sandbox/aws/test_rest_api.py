"""API Gateway as Chalice imports it, and its permission to invoke the function."""

import json

import pytest
import urllib3

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import allow, function
from tests.infra.sandbox.aws.watching import HERE


@pytest.mark.parametrize(("permitted", "status"), [(True, 200), (False, 500)])
def test_api_gateway_needs_permission_to_invoke(
    aws: LocalAws, *, permitted: bool, status: int
) -> None:
    target = function(aws, "return {'statusCode': 200, 'body': 'ok'}")
    api = _imported(aws, target)
    if permitted:
        allow(aws, "apigateway", f"arn:aws:execute-api:{HERE}:{api}/*")
    url = f"{aws.endpoint}/restapis/{api}/api/_user_request_/slack/events"

    assert urllib3.PoolManager().request("POST", url, body="x").status == status


def _imported(aws: LocalAws, target: str) -> str:
    start = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions"
    integration = {
        "type": "aws_proxy",
        "httpMethod": "POST",
        "uri": f"{start}/{target}/invocations",
    }
    post = {"x-amazon-apigateway-integration": integration}
    swagger = {
        "swagger": "2.0",
        "info": {"title": "reprieve", "version": "1.0"},
        "paths": {"/slack/events": {"post": post}},
    }
    gateway = aws.client("apigateway")
    api = str(gateway.import_rest_api(body=json.dumps(swagger).encode())["id"])
    gateway.put_rest_api(restApiId=api, body=json.dumps(swagger).encode())
    gateway.create_deployment(restApiId=api, stageName="api")
    return api
