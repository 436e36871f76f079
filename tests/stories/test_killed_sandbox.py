"""Kill -9 of everything in the middle of a press and of an alert: it ends right."""

import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories import killed_moments as moments
from tests.stories.killed_sandbox import KilledSandbox

# Each run begins elsewhere, so that a few find in many runs what many find in one.
MOMENTS = int(os.environ.get("KILLS", "6"))
# Steps of the golden ratio come nowhere near each other, wherever they start.
_STEP = 0.618034


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[KilledSandbox]:
    standing = KilledSandbox(tmp_path)
    try:
        yield standing
    finally:
        standing.kill()


def test_after_a_kill_at_any_moment_every_case_ends_right(
    sandbox: KilledSandbox,
) -> None:
    start = secrets.randbelow(1000) / 1000
    keys: list[str] = []
    lasts = _undisturbed(sandbox, keys)
    for number in range(MOMENTS):
        after = lasts * ((start + number * _STEP) % 1)
        try:
            _killed(sandbox, keys, after)
        except AssertionError as error:
            error.add_note(f"Moment {number}, {after:.3f} s of {lasts:.3f}, {start=}")
            raise
    assert moments.top_level(sandbox) == len(keys) + moments.folded(sandbox)


def _undisturbed(sandbox: KilledSandbox, keys: list[str]) -> float:
    """Measure how long a press and an alert take after a start, and give that."""
    alerted = _alerted(sandbox, keys)
    sandbox.kill()
    sandbox.start()
    began = time.monotonic()
    pressed = moments.press(sandbox, alerted)
    keys.append(moments.schedule(sandbox))
    moments.wait_for_alert(sandbox, keys[-1])
    moments.wait_for_answer(sandbox, pressed)
    lasts = time.monotonic() - began
    _ends_right(sandbox, keys, pressed)
    return lasts


def _alerted(sandbox: KilledSandbox, keys: list[str]) -> str:
    """Give a new key to press for, whose whole case lies after the last one's end."""
    sandbox.come_back_to_now()
    keys.append(moments.schedule(sandbox))
    moments.drain(sandbox)
    return keys[-1]


def _killed(sandbox: KilledSandbox, keys: list[str], after: float) -> None:
    alerted = _alerted(sandbox, keys)
    began = time.monotonic()
    pressed = moments.press(sandbox, alerted)
    keys.append(moments.schedule(sandbox))
    time.sleep(max(0.0, began + after - time.monotonic()))
    taken = sandbox.kill()
    sandbox.start()
    moments.drain(sandbox)
    if not taken and moments.never_came(sandbox, pressed):
        moments.is_alerted(sandbox, pressed.key)
        pressed = moments.press(sandbox, pressed.key)
        moments.wait_for_answer(sandbox, pressed)
    _ends_right(sandbox, keys, pressed)


def _ends_right(
    sandbox: KilledSandbox, keys: list[str], pressed: moments.Pressed
) -> None:
    moments.drain(sandbox)
    moments.is_saved(sandbox, pressed)
    moments.is_alerted(sandbox, keys[-1])
