"""Runs many histories over all cores, and tells of what was seen in them."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.prove import counts
from tests.prove.machine import History

STEPS = 30
SHARE = 250
# A mistake that a few steps show makes a story that is quickly read: how many
# histories of how many steps.
SHORT = ((100, 6), (200, 10), (400, 15), (600, 22), (900, 30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Histories of one process: how many, from which seed, and how long."""

    number: int
    seed: int
    steps: int = STEPS
    shrink: bool = True


def histories(share: Share) -> tuple[Counter[str], str | None]:
    """Run a share; give what was counted, and the story of a broken promise."""
    counts.COUNTED.clear()
    many = settings(
        max_examples=share.number,
        stateful_step_count=share.steps,
        deadline=None,
        database=None,
        phases=[Phase.generate, *([Phase.shrink] if share.shrink else [])],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    try:
        run_state_machine_as_test(seed(share.seed)(History), settings=many)
    except AssertionError as broken:
        story = "\n".join(counts.LAST_STORY[0])
        return counts.COUNTED, f"{story}\n\nBroken: {broken}\n(seed {share.seed})"
    return counts.COUNTED, None


def prove(number: int, first: int, jobs: int) -> tuple[Counter[str], str | None]:
    """Run so many histories, a share for each seed; stop at the first broken."""
    shares = [
        Share(number=min(SHARE, number - done), seed=first + done)
        for done in range(0, number, SHARE)
    ]
    seen: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for counted, broken in pool.map(histories, shares):
            seen += counted
            if broken:
                pool.shutdown(cancel_futures=True)
                return seen, broken
    return seen, None


def shortest(first: int) -> str | None:
    """Find a broken promise in as few steps as it takes."""
    for number, steps in SHORT:
        share = Share(number=number, seed=first, steps=steps, shrink=False)
        _, broken = histories(share)
        if broken:
            return broken
    return None
