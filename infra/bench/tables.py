"""The measurements as tables in Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from infra.bench.bundles import BYTECODE, SOURCE
from infra.bench.growth import Made
from infra.bench.latency import BASE
from infra.bench.samples import Sample, Samples


def of_times(samples: Samples) -> Iterator[str]:
    """Give medians in milliseconds, and how often the base goes into each."""
    base = samples.middle(BASE, SOURCE)
    columns = "wall, {0} | of it CPU | to base"
    both = " | ".join(columns.format(form) for form in (SOURCE, BYTECODE))
    yield f"| median in ms | {both} |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    yield f"| {BASE} | {_cells(base, base)} | | | |"
    for what in dict.fromkeys(what for what, _ in samples.found if what != BASE):
        cells = (
            _cells(samples.middle(what, form), base) for form in (SOURCE, BYTECODE)
        )
        yield f"| {what} | {' | '.join(cells)} |"


def of_calls(made: Iterable[Made]) -> Iterator[str]:
    yield "| calls | AWS | Slack | which |"
    yield "|---|---:|---:|---|"
    for one in made:
        counts = one.aws.total(), one.slack.total()
        which = _named(one.aws + one.slack)
        yield f"| {one.what} | {counts[0]} | {counts[1]} | {which} |"


def of_sizes(sizes: Mapping[str, int]) -> Iterator[str]:
    yield "| bundle | bytes |"
    yield "|---|---:|"
    for form, size in sizes.items():
        yield f"| {form} | {size:,} |"


def _cells(sample: Sample, base: Sample) -> str:
    ratio = sample.wall / base.wall
    return f"{sample.wall:.0f} | {sample.cpu:.0f} | {ratio:.2f}"


def _named(calls: Counter[str]) -> str:
    return ", ".join(
        name if count == 1 else f"{count} {name}" for name, count in calls.most_common()
    )
