"""Door: every hour, the sweep over open cases and all keys."""

from chalice import Blueprint, Rate
from chalice.app import CloudWatchEvent

bp = Blueprint(__name__)


@bp.schedule(Rate(1, unit=Rate.HOURS), name="sweep")
def handle(event: CloudWatchEvent) -> None:
    from chalice_app.flows.sweep import sweep
    from chalice_app.wiring import tools

    given = event.to_dict()
    sweep(given["time"], given["region"], tools(given["resources"][0]))
