"""`python -m infra.bench`: says how fast the bundle is, and what it calls."""

import os
import platform
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace

import botocore
import click

from infra.bench import growth, inventory, tables
from infra.bench.bundles import unpacked
from infra.bench.functions import Functions
from infra.bench.ground import ground, keep_to_another_core
from infra.bench.latency import Round
from infra.bench.samples import Samples
from infra.bench.second_call import accepting
from infra.bench.share import share

FEWEST = 9
_PART = 0.3


@click.command()
@click.option("--runs", default=FEWEST, help="How often each time is measured.")
@click.option("--times/--no-times", default=True, help="Measure times.")
@click.option("--calls/--no-calls", default=True, help="Count calls and their growth.")
@click.option("--keys", default=100_000, help="Simulated keys of the inventory.")
def main(runs: int, keys: int, *, times: bool, calls: bool) -> None:
    """Measure in fresh processes of the unzipped bundle; print Markdown."""
    cores = len(os.sched_getaffinity(0))
    keep_to_another_core()
    with ExitStack() as stack:
        made = stack.enter_context(ground())
        functions = Functions(
            ground=made,
            bundles=stack.enter_context(unpacked(made.archive)),
            second_call=stack.enter_context(accepting()),
        )
        click.echo(_machine(cores, runs))
        _say("Bundle", tables.of_sizes(functions.bundles.sizes))
        if times:
            _say("One core", _times(functions, runs))
            _say(f"{_PART} of a core", _in_part(functions, runs))
        if calls:
            _say("Calls", tables.of_calls(growth.calls(functions)))
            _say("Events on one key", tables.of_calls(growth.with_events(functions)))
            _say("Keys", tables.of_calls(growth.with_keys(functions)))
        if keys:
            _say("All keys", inventory.tables(functions, keys))


def _times(functions: Functions, runs: int) -> Iterable[str]:
    samples = Samples()
    for _ in range(runs):
        Round(functions=functions, samples=samples).run()
    return tables.of_times(samples)


def _in_part(functions: Functions, runs: int) -> Iterable[str]:
    with share(_PART) as group:
        if group is None:
            return ["This machine does not let a process be limited to it."]
        return list(_times(replace(functions, share=group), runs))


def _machine(cores: int, runs: int) -> str:
    loaded = ", ".join(f"{it:.1f}" for it in os.getloadavg())
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, load {loaded} "
        f"at the start; Python {platform.python_version()}, botocore "
        f"{botocore.__version__}; {runs} runs."
    )


def _say(title: str, lines: Iterable[str]) -> None:
    click.echo(f"\n## {title}\n")
    for line in lines:
        click.echo(line)


if __name__ == "__main__":
    main()
