"""Door: what somebody pressed, and second looks, from the queue."""

import os

from chalice import Blueprint
from chalice.app import SQSEvent

from chalice_app.settings import stage_in

bp = Blueprint(__name__)

if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:  # Lambda's init phase has a whole core
    from chalice_app.flows import from_queue  # noqa: F401
    from chalice_app.wiring.workers import make_ready

    make_ready()


@bp.on_sqs_message(
    queue=f"reprieve-{stage_in(os.environ)}-actions", batch_size=1, name="actions"
)
def handle(event: SQSEvent) -> None:
    from chalice_app.flows.from_queue import receive_message
    from chalice_app.wiring.workers import tools

    for record in event.to_dict()["Records"]:
        receive_message(record, tools(record["eventSourceARN"]))
