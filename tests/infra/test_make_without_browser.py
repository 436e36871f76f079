"""Without a Chromium `make check` stops at once, or is told to go on and says so."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def make(*words: str) -> subprocess.CompletedProcess[str]:
    """Run make without a look at what is installed."""
    command = [
        shutil.which("make") or "make",
        "--no-print-directory",
        "--old-file=setup",
        *words,
    ]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_without_a_chromium_the_gate_ends_with_what_to_do() -> None:
    ended = make("check", "CHROMIUM=no-such-chromium", "NO_BROWSER=")

    assert ended.returncode != 0
    assert "there is no no-such-chromium here" in ended.stdout
    assert "NO_BROWSER=1" in ended.stdout
    assert "pytest" not in ended.stdout


def test_told_to_go_on_it_says_last_that_the_browser_tests_were_not_run() -> None:
    planned = make("--dry-run", "check", "CHROMIUM=no-such-chromium", "NO_BROWSER=1")

    assert planned.returncode == 0
    last = planned.stdout.splitlines()[-1]
    said = subprocess.run(
        ["/bin/sh", "-c", last], capture_output=True, text=True, check=True
    )
    assert said.stdout == "NO_BROWSER=1: the browser tests were not run.\n"


def test_with_the_browser_tests_it_says_no_such_thing() -> None:
    last = make("--dry-run", "check", "CHROMIUM=sh", "NO_BROWSER=").stdout.splitlines()
    said = subprocess.run(
        ["/bin/sh", "-c", last[-1]], capture_output=True, text=True, check=True
    )
    assert said.stdout == ""
