"""What was measured, by name, and its medians."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from infra.bench.process import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Milliseconds that passed, and those in which the process itself worked."""

    wall: float
    cpu: float


def between(start: Moment, end: Moment) -> Sample:
    return Sample(wall=(end.at - start.at) * 1000, cpu=(end.cpu - start.cpu) * 1000)


def together(one: Sample, other: Sample) -> Sample:
    return Sample(wall=one.wall + other.wall, cpu=one.cpu + other.cpu)


@dataclass(frozen=True, slots=True)
class Samples:
    """By what was done and by the form of the bundle, in the order of measuring."""

    found: Mapping[tuple[str, str], list[Sample]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, what: str, form: str, sample: Sample) -> None:
        self.found[what, form].append(sample)

    def middle(self, what: str, form: str) -> Sample:
        kept = self.found[what, form]
        return Sample(
            wall=median(it.wall for it in kept), cpu=median(it.cpu for it in kept)
        )
