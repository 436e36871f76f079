"""What doctor found as a person reads it, and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from chalice_app.domain.watcher.finding import Finding, Verdict
from chalice_app.views.terminal import printable
from infra.operator.doctor.examination import Report, right
from infra.operator.doctor.finding import remedy, seen
from infra.operator.wording import say

_VERDICT, _CHECK = 11, 14  # columns


def as_facts(stage: str, reports: Sequence[Report]) -> dict[str, Any]:
    findings = [
        {
            "check": report.check,
            "verdict": found.verdict,
            "finding": found.name,
            "seen": seen(found),
            "remedy": remedy(found),
        }
        for report in reports
        for found in report.findings
    ]
    return {"stage": stage, "right": right(reports), "findings": findings}


def as_lines(report: Report) -> str:
    """Write what a check found, or nothing if it waits for another one."""
    found = () if report.behind else report.findings
    return "".join(f"{it}\n" for each in found for it in _lines(report.check, each))


def as_ending(reports: Sequence[Report]) -> str:
    return "\n".join([*_behind(reports), "", _end(reports)])


def _lines(check: str, found: Finding) -> Iterator[str]:
    yield printable(f"{found.verdict:{_VERDICT}}  {check:{_CHECK}}  {seen(found)}")
    advice = remedy(found)
    if advice:
        yield printable(f"{'':{_VERDICT}}  {'':{_CHECK}}  {advice}")


def _behind(reports: Sequence[Report]) -> Iterator[str]:
    """Name the checks that were not made in one line for each that has failed."""
    for cause in dict.fromkeys(it.behind for it in reports if it.behind):
        names = ", ".join(it.check for it in reports if it.behind == cause)
        told = say("doctor.behind", check=cause, checks=names)
        yield f"{Verdict.UNCHECKED:{_VERDICT}}  {told}"


def _end(reports: Sequence[Report]) -> str:
    counts = Counter(it.verdict for each in reports for it in each.findings)
    key = "doctor.end_right" if right(reports) else "doctor.end_wrong"
    return say(
        key,
        wrong=counts[Verdict.WRONG],
        unchecked=counts[Verdict.UNCHECKED],
        warnings=counts[Verdict.WARNING],
    )
