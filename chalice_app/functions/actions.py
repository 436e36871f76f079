"""Door: what somebody pressed, and second looks, from the queue."""

import os

from chalice import Blueprint
from chalice.app import SQSEvent

from chalice_app.settings import stage_in

bp = Blueprint(__name__)


@bp.on_sqs_message(
    queue=f"reprieve-{stage_in(os.environ)}-actions", batch_size=1, name="actions"
)
def handle(event: SQSEvent) -> None:
    from chalice_app.flows.from_queue import receive_message
    from chalice_app.wiring import tools

    for record in event.to_dict()["Records"]:
        receive_message(record, tools(record["eventSourceARN"]))
