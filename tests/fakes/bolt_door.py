"""The Bolt app behind a server on this machine, and a queue behind the app."""

from uuid import uuid4

from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from chalice_app.adapters.bolt import bolt
from chalice_app.adapters.queue import SQS, PressQueue
from chalice_app.views.words import words_in
from infra.sandbox.aws.reachable_aws import ReachableAws
from infra.sandbox.aws.shapes import ACCOUNT
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.light_aws import light

WORDS = words_in("en")


class Door:
    """The Bolt app behind a server, and the queue behind the Bolt app."""

    def __init__(
        self, slack: LocalSlack, aws: ReachableAws, slack_api: str = ""
    ) -> None:
        self.sqs, name = aws.client("sqs"), f"actions-{uuid4()}"
        self.url = self.sqs.create_queue(QueueName=name)["QueueUrl"]
        app = acme.REPRIEVE_APP
        client = WebClient(base_url=slack_api or slack.api_url, token=app.token)
        queue = PressQueue(light(aws, SQS), ACCOUNT, name)
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
