"""The Bolt app behind a server on this machine, and a queue in moto behind the app."""

import boto3
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from chalice_app.adapters.bolt import bolt
from chalice_app.adapters.queue import PressQueue
from chalice_app.views.words import words_in
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack

ACCOUNT = "123456789012"  # moto's own
WORDS = words_in("en")


class Door:
    """The Bolt app behind a server, and the queue behind the Bolt app."""

    def __init__(self, slack: LocalSlack, slack_api: str = "") -> None:
        session = boto3.Session(region_name=REGION)
        self.sqs = session.client("sqs")
        self.url = self.sqs.create_queue(QueueName="actions")["QueueUrl"]
        app = acme.REPRIEVE_APP
        client = WebClient(base_url=slack_api or slack.api_url, token=app.token)
        queue = PressQueue(self.sqs, ACCOUNT, "actions")
        self.app = bolt(client, app.signing_secret, queue, WORDS)

    async def events(self, request: Request) -> Response:
        body = (await request.body()).decode()
        asked = BoltRequest(body=body, headers=dict(request.headers))
        told = await run_in_threadpool(self.app.dispatch, asked)
        return Response(told.body, told.status, dict(told.first_headers()))

    def queued(self) -> list[str]:
        found = self.sqs.receive_message(QueueUrl=self.url, MaxNumberOfMessages=10)
        return [message["Body"] for message in found.get("Messages", [])]

    def server(self) -> Starlette:
        return Starlette(routes=[Route("/slack/events", self.events, methods=["POST"])])
