"""Lookups keep to the rate that CloudTrail allows."""

from infra.operator.replay.pace import Pace


def test_two_calls_a_second_are_not_exceeded() -> None:
    clock = {"now": 100.0}
    calls: list[float] = []
    pace = Pace(
        now=lambda: clock["now"],
        sleep=lambda seconds: clock.update(now=clock["now"] + seconds),
    )

    for _ in range(5):
        pace.keep()
        calls.append(clock["now"])
        clock["now"] += 0.125

    assert calls == [100.0, 100.5, 101.0, 101.5, 102.0]
