"""Processes that run a copy of the code, which no report of coverage knows."""

from collections.abc import Mapping


def unmeasured(environment: Mapping[str, str]) -> dict[str, str]:
    """Leave out what has coverage start with each Python, and trace it in vain."""
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith("COVERAGE_PROCESS_")
    }
