"""make prove: ten thousand histories in which everything fails that can."""

import os
import sys
import time

import click

from tests.prove.counts import LEAST, WANTED
from tests.prove.run import prove


@click.command()
@click.option("--histories", default=10_000, show_default=True)
@click.option("--seed", default=1, show_default=True, help="The first of the seeds.")
@click.option(
    "--jobs", default=os.cpu_count() or 1, help="Processes.  [default: cores]"
)
@click.option("--quick", is_flag=True, help="Demand no counts.")
def main(histories: int, seed: int, jobs: int, *, quick: bool) -> None:
    """Run histories, and tell what was seen; fail at the first broken promise."""
    began = time.monotonic()
    seen, broken = prove(histories, seed, jobs)
    if broken:
        click.echo(f"A promise is broken in this history:\n\n{broken}")
        sys.exit(1)
    click.echo(f"{seen.pop('histories')} histories, no promise broken. Of these had:")
    for name, count in seen.most_common():
        click.echo(f"{count:8}  {name}")
    click.echo(f"Seeds from {seed}. It took {time.monotonic() - began:.0f} seconds.")
    few = [name for name in WANTED if seen[name] < LEAST]
    if few and not quick:
        click.echo(
            f"Fewer than {LEAST} had {' or '.join(few)}: that proves too little."
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
