"""Door: every hour, the sweep over open cases and Reprieve's own parts."""

import os

from chalice import Blueprint, Rate
from chalice.app import CloudWatchEvent

bp = Blueprint(__name__)

if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:  # Lambda's init phase has a whole core
    import chalice_app.flows.sweep
    import chalice_app.wiring.watcher  # noqa: F401
    from chalice_app.wiring.workers import make_ready

    make_ready()


@bp.schedule(Rate(1, unit=Rate.HOURS), name="sweep")
def handle(event: CloudWatchEvent) -> None:
    from chalice_app.flows.sweep import sweep
    from chalice_app.wiring.watcher import tools

    given = event.to_dict()
    sweep(given["time"], given["region"], tools(given["resources"][0]))
