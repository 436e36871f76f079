"""A drill is followed until all have answered, or none answers any more."""

from dataclasses import dataclass

from chalice_app.domain.drill import Drill
from infra.operator.drill.following import Hops, follow
from infra.operator.drill.hops import hops_of

PATIENCE = 3


@dataclass
class Clock:
    now: float = 0

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def looks(*states: Drill | None) -> tuple[list[int], float]:
    """Count in each look the hops that have answered; the last state stays."""
    left, clock = list(states), Clock()

    def look() -> Hops:
        return hops_of(left.pop(0) if len(left) > 1 else left[0], press=False)

    found = list(follow(look, PATIENCE, clock.read, clock.sleep))
    return [sum(it.at is not None for it in hops) for hops in found], clock.now


def test_it_ends_with_the_last_answer(begun: Drill, posted: Drill) -> None:
    assert looks(None, begun, begun, posted) == ([0, 3, 3, 4], 3)


def test_it_ends_when_nothing_has_answered_for_too_long() -> None:
    assert looks(None) == ([0, 0, 0, 0], PATIENCE)


def test_every_answer_gives_the_next_hop_its_whole_time(begun: Drill) -> None:
    assert looks(None, None, None, begun) == ([0, 0, 0, 3, 3, 3, 3], 3 + PATIENCE)
