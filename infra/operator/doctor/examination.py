"""Runs the checks: none can end the command, and none asks what cannot be answered."""

import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chalice_app.adapters.watcher.failure import unanswered
from chalice_app.domain.watcher.finding import Finding, Verdict, unchecked
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import Check

_NOT_RIGHT = frozenset({Verdict.WRONG, Verdict.UNCHECKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    check: str
    findings: tuple[Finding, ...]

    behind: str | None = None  # the check that failed, so that this one was not made

    @property
    def cause(self) -> str | None:
        """Name the check that must be right before those that build on this one."""
        stops = any(it.stops for it in self.findings)
        return self.behind or (self.check if stops else None)


def examine(chain: Chain, checks: Iterable[Check]) -> Iterator[Report]:
    """Give each report as soon as its check is made."""
    reports: dict[str, Report] = {}
    for check in checks:
        causes = (reports[it].cause for it in check.needs)
        cause = next(filter(None, causes), None)
        reports[check.name] = _blocked(check, cause) if cause else _made(check, chain)
        yield reports[check.name]


def right(reports: Sequence[Report]) -> bool:
    return not any(it.verdict in _NOT_RIGHT for each in reports for it in each.findings)


def _blocked(check: Check, cause: str) -> Report:
    finding = unchecked("blocked", check=cause)
    return Report(check=check.name, findings=(finding,), behind=cause)


def _made(check: Check, chain: Chain) -> Report:
    return Report(check=check.name, findings=_found(check, chain))


def _found(check: Check, chain: Chain) -> tuple[Finding, ...]:
    """Keep what was found before a failure, which is a finding itself."""
    found: list[Finding] = []
    try:
        found.extend(check.run(chain))
    except Exception as error:
        found.append(_failure(error))
    return tuple(found)


def _failure(error: Exception) -> Finding:
    found = unanswered(error)
    if found:
        return found
    # Its text may hold what was asked with, such as the token; its place does not.
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{place.name}, line {place.lineno}"
    return unchecked("failed", kind=type(error).__name__, where=where)
