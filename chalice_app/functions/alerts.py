"""Door: news from the topic becomes a case and its Slack message."""

import os

from chalice import Blueprint
from chalice.app import SNSEvent

from chalice_app.settings import stage_in

bp = Blueprint(__name__)

if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:  # Lambda's init phase has a whole core
    from chalice_app.flows import from_topic  # noqa: F401
    from chalice_app.wiring.workers import make_ready

    make_ready()


@bp.on_sns_message(topic=f"reprieve-{stage_in(os.environ)}-news", name="alerts")
def handle(event: SNSEvent) -> None:
    from chalice_app.flows.from_topic import receive_note
    from chalice_app.wiring.workers import tools

    for record in event.to_dict()["Records"]:
        receive_note(record["Sns"], tools(record["Sns"]["TopicArn"]))
