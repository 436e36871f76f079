"""Signs what a person did and brings it to the app, as Slack's servers do."""

import json
from dataclasses import replace
from urllib.parse import urlencode

from infra.sandbox.slack.loopback import check_loopback, post
from infra.sandbox.slack.records import Delivery
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.signature import signed_headers
from infra.sandbox.slack.store import Store


class Courier:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._url: str | None = None

    @property
    def url(self) -> str | None:
        return self._url

    @url.setter
    def url(self, url: str) -> None:
        self._url = check_loopback(url)

    def deliver(
        self, payload: JsonObject, *, dialog: JsonObject | None = None
    ) -> Delivery:
        body = urlencode({"payload": json.dumps(payload)}).encode()
        # Lambda's own clock cannot be moved, and it compares this with that.
        timestamp = str(int(self._store.real_clock()))
        secret = self._store.workspace.app.signing_secret
        sent = self._post(body, signed_headers(secret, timestamp, body))
        kind = payload["type"]
        return self.record(replace(sent, kind=kind, payload=payload, dialog=dialog))

    def send(self, body: bytes, headers: dict[str, str]) -> Delivery:
        return self.record(self._post(body, headers))

    def _post(self, body: bytes, headers: dict[str, str]) -> Delivery:
        if self._url is None:
            raise RuntimeError("Set events_url first: where the app listens.")
        self._store.settle()
        reply = post(self._url, body, headers)
        return Delivery(
            kind="raw",
            sent=True,
            status=reply.status,
            milliseconds=round(reply.seconds * 1000),
            late=reply.late,
            body=reply.body,
            failure=reply.failure,
            raw_body=body,
            headers=headers,
        )

    def record(self, delivery: Delivery) -> Delivery:
        with self._store.lock:
            self._store.deliveries.append(delivery)
        return delivery
