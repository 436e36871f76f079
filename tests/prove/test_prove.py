"""A few histories with every test run; `make prove` takes ten thousand."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.prove.machine import History

FEW = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def test_every_history_ends_as_promised() -> None:
    run_state_machine_as_test(History, settings=FEW)
