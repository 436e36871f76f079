"""The check of the way by which Slack's presses reach the function that takes them."""

import os
from collections.abc import Iterator

from chalice_app.domain.watcher.deliveries import judged_door
from chalice_app.domain.watcher.finding import Finding, ok, wrong
from infra.after_deploy import deployed
from infra.next_steps import request_url
from infra.operator.doctor.chain import Chain


def route(chain: Chain) -> Iterator[Finding]:
    made = deployed(chain.project, chain.stage).get("rest_api")
    if made is None:
        yield wrong("route_unrecorded", stage=chain.stage)
        return
    api, url = made["rest_api_id"], made["rest_api_url"].rstrip("/")
    client = chain.session.client("apigateway")
    try:
        client.get_rest_api(restApiId=api)
    except client.exceptions.NotFoundException:
        yield wrong("route_missing", api=api)
        return
    name, stage = chain.name_of("api_handler"), url.rpartition("/")[2]
    source = chain.arn("execute-api", f"{api}/{stage}/POST/slack/events")
    service, function = "apigateway.amazonaws.com", chain.function(name)
    found = list(judged_door(chain.policy(name), service, source, function))
    seen = request_url(url, os.environ.get("AWS_ENDPOINT_URL", ""))
    yield from found or [ok("route_open", url=seen)]
