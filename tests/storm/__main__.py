"""make bench-storm: 10,000 events over 2,000 keys in five minutes of simulated time."""

from collections import Counter
from datetime import timedelta

import click

from chalice_app.domain.remedy import Remedy
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.world import World
from tests.storm.restoring import restored
from tests.storm.seen import carried_out, slack_of, tops, untold
from tests.storm.weather import CALLS, Run, Storm

HEAD = (
    "| storm | events | calls of Slack | in the busiest second | after 10 s "
    "| top-level messages | pages | keys untold | e-mails of events |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)
ROW = (
    "| {what} | {events:,} | {calls} | {first} | {later} | {tops} | {pages} | {untold} "
    "| {mailed:,} |"
)
RESTORED = (
    "restore-all: {proved:,} of {keys:,} keys proved, {calls:,} calls of KMS, at most "
    "{most} in a second, {spoken} calls of Slack, {took:,} s until the queue is empty"
)


@click.command()
@click.option("--keys", default=2_000, show_default=True)
@click.option("--minutes", default=5.0, show_default=True)
def main(keys: int, minutes: float) -> None:
    """Carry out two storms, and print Markdown."""
    click.echo(HEAD)
    restoring = ""
    for what, allowed in (("harm", True), ("refused", False)):
        storm = Storm(keys=keys, lasts=timedelta(minutes=minutes), allowed=allowed)
        world = World()
        with slack_of(world) as slack:
            run = carried_out(storm, slack, world)
            click.echo(_row(what, storm, run, slack))
            click.echo(_said(run))
            restoring = _restored(run) if allowed else restoring
    click.echo(restoring)


def _said(run: Run) -> str:
    names = Counter(name for _, name in run.spoken).most_common()
    said = ", ".join(f"{count} {name}" for name, count in names)
    took = (run.world.now - run.began).total_seconds()
    return f"| | | {said}, the last after {took:.0f} s | | | | | | |"


def _restored(run: Run) -> str:
    """Let one responder restore every key of the digest, and say how it went."""
    told = restored(run, Remedy.CANCEL_DELETION)
    return RESTORED.format(
        keys=told.keys,
        proved=told.proved,
        calls=told.calls.total(),
        most=max(told.calls.values()),
        spoken=told.spoken,
        took=round(told.took.total_seconds()),
    )


def _row(what: str, storm: Storm, run: Run, slack: LocalSlack) -> str:
    return ROW.format(
        what=what,
        events=storm.keys * (len(CALLS) + 1),
        calls=len(run.spoken),
        first=run.busiest(),
        later=run.busiest(timedelta(seconds=10)),
        tops=len(tops(slack)),
        pages=sum(name == "chat.post_page" for _, name in run.spoken),
        untold=untold(run.world, slack),
        mailed=run.mailed,
    )


if __name__ == "__main__":
    main()
