"""Door: one page of the daily inventory of all keys, from its queue."""

import logging
import os

from chalice import Blueprint
from chalice.app import SQSEvent

from chalice_app.settings import stage_in

bp = Blueprint(__name__)

if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:  # Lambda's init phase has a whole core
    import chalice_app.flows.inventory  # noqa: F401
    from chalice_app.wiring.workers import make_ready

    make_ready()
    logging.basicConfig()  # of no effect where the runtime has a handler
    logging.getLogger("chalice_app").setLevel(logging.INFO)  # Lambda has WARNING


@bp.on_sqs_message(
    queue=f"reprieve-{stage_in(os.environ)}-inventory", batch_size=1, name="inventory"
)
def handle(event: SQSEvent) -> None:
    from chalice_app.flows.inventory import receive_turn
    from chalice_app.wiring.workers import tools

    for record in event.to_dict()["Records"]:
        receive_turn(record, tools(record["eventSourceARN"]))
