"""make bench-storm: 10,000 events over 2,000 keys in five minutes of simulated time."""

from collections import Counter
from datetime import timedelta

import click

from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.world import World
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


@click.command()
@click.option("--keys", default=2_000, show_default=True)
@click.option("--minutes", default=5.0, show_default=True)
def main(keys: int, minutes: float) -> None:
    """Carry out two storms, and print Markdown."""
    click.echo(HEAD)
    for what, allowed in (("harm", True), ("refused", False)):
        storm = Storm(keys=keys, lasts=timedelta(minutes=minutes), allowed=allowed)
        world = World()
        with slack_of(world) as slack:
            run = carried_out(storm, slack, world)
            click.echo(_row(what, storm, run, slack))
        names = Counter(name for _, name in run.spoken).most_common()
        said = ", ".join(f"{count} {name}" for name, count in names)
        took = (run.world.now - run.began).total_seconds()
        click.echo(f"| | | {said}, the last after {took:.0f} s | | | | | | |")


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
