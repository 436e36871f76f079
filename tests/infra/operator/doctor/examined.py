"""Checks that are made up, examined and told."""

from collections.abc import Iterable
from datetime import UTC, datetime

import boto3

from chalice_app.domain.watcher.finding import Finding
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import Check
from infra.operator.doctor.examination import Report, examine
from infra.operator.doctor.telling import as_ending, as_lines


def chain() -> Chain:
    """Give one that is never asked."""
    session = boto3.Session(region_name="eu-west-1")
    return Chain(stage="dev", session=session, clock=lambda: datetime.now(UTC))


def check(name: str, *findings: Finding, needs: tuple[str, ...] = ()) -> Check:
    return Check(name=name, run=lambda _chain: findings, needs=needs)


def examined(checks: Iterable[Check]) -> list[Report]:
    return list(examine(chain(), checks))


def page(reports: list[Report]) -> str:
    return "".join(map(as_lines, reports)) + as_ending(reports)
