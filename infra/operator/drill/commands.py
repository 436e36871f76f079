"""The command `test-alert`."""

import json

import click

from infra.operator.options import as_json as in_json
from infra.operator.options import of_a_stage


@click.command("test-alert")
@of_a_stage
@in_json
@click.option(
    "--timeout",
    type=click.IntRange(1, 3600),
    default=120,
    show_default=True,
    help="How many seconds to wait for the next hop.",
)
@click.option("--press", is_flag=True, help="Wait for a press on the drill, too.")
def test_alert(
    *, stage: str, profile: str | None, as_json: bool, timeout: int, press: bool
) -> None:
    """Send a drill the way of an alert, and say when each hop had it.

    The drill is about no key, and its button in Slack does nothing to any key.
    """
    from infra.operator.drill.drilling import Asked, drill
    from infra.operator.drill.telling import as_facts
    from infra.operator.installation import installation

    asked = Asked(profile=profile, timeout=timeout, press=press)
    with installation(stage, profile) as here:
        report = drill(here, asked, _nothing if as_json else click.echo)
    if as_json:
        click.echo(json.dumps(as_facts(report.sent, report.hops, report.why)))
    click.get_current_context().exit(1 if report.why else 0)


def _nothing(_line: str) -> None:
    """Keep stdout for the one document."""
