"""A button's function as Bolt's documentation builds it on Chalice.

ChaliceSlackRequestHandler, a lazy listener, and boto3 for the function's second call.
"""

import os
from typing import cast

import boto3
from chalice import Chalice
from chalice.app import Request, Response
from slack_bolt import Ack, App
from slack_bolt.adapter.aws_lambda.chalice_handler import ChaliceSlackRequestHandler
from slack_sdk import WebClient

bolt = App(
    client=WebClient(os.environ["BENCH_TOKEN"], base_url=os.environ["BENCH_SLACK"]),
    signing_secret=os.environ["BENCH_SIGNING_SECRET"],
    process_before_response=True,
)
app = Chalice(app_name="stock")
handler = ChaliceSlackRequestHandler(
    app=bolt, chalice=app, lambda_client=boto3.client("lambda")
)


def acknowledge(ack: Ack) -> None:
    ack()


def act() -> None:
    """Do nothing: what follows the acknowledgement is not measured."""


bolt.action("rp.cancel_enable")(ack=acknowledge, lazy=[act])


@app.route(
    "/slack/events",
    methods=["POST"],
    content_types=["application/x-www-form-urlencoded", "application/json"],
)
def events() -> Response:
    told: Response = handler.handle(cast("Request", app.current_request))
    return told
