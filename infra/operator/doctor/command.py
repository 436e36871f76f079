"""The command `doctor`."""

import json
import sys

import click

from infra.operator.options import as_json, of_a_stage


@click.command()
@of_a_stage
@as_json
@click.option("--permissions", is_flag=True, help="Print what it needs, as a policy.")
def doctor(
    *, stage: str, profile: str | None, as_json: bool, permissions: bool
) -> None:
    """Check every link from a KMS call to a pressed button. It changes nothing.

    Ends with 0 if nothing is wrong, and with 1 if something is wrong or could not be
    checked. Run it in the checkout from which the stage was deployed. The cause and the
    remedy of all that it can find: docs/troubleshooting.md
    """
    if permissions:
        from infra.operator.doctor.permissions import policy

        click.echo(policy(stage))
        return
    from infra.operator.doctor.examination import right
    from infra.operator.doctor.telling import as_ending, as_facts, as_lines
    from infra.operator.doctor.visit import visit

    reports = []
    for report in visit(stage, profile):
        reports.append(report)
        click.echo("" if as_json else as_lines(report), nl=False)
    facts = as_facts(stage, reports)
    click.echo(json.dumps(facts) if as_json else as_ending(reports))
    sys.exit(not right(reports))
