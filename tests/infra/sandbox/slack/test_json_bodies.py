"""Slack takes a JSON body where something is written, and ignores it elsewhere."""

import json

from infra.sandbox.slack import acme
from infra.sandbox.slack.arguments import ApiRequest
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.web_api import call


def test_a_method_that_reads_ignores_a_json_body(store: Store) -> None:
    request = ApiRequest(
        method="users.info",
        authorization=f"Bearer {acme.REPRIEVE_APP.token}",
        content_type="application/json; charset=utf-8",
        body=json.dumps({"user": acme.ADA}).encode(),
    )
    assert call(store, request)["ok"] is False
