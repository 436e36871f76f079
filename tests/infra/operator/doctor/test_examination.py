"""No check can end the command, and none is made that can tell nothing."""

import json
from collections.abc import Callable, Iterable

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from chalice_app.domain.watcher.finding import Finding, ok, wrong
from chalice_app.errors import ChatRefusedError, ChatSilentError
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import CHECKS, Check
from infra.operator.doctor.examination import Report, right
from infra.operator.doctor.finding import remedy
from infra.operator.doctor.telling import as_facts
from infra.sandbox.slack import acme
from tests.infra.operator.doctor.examined import check, examined, page
from tests.infra.operator.doctor.told import told

TOKEN = acme.REPRIEVE_APP.token
DENIED = {"Error": {"Code": "AccessDenied", "Message": "not you"}}
FAILURES = [
    (ClientError(DENIED, "DescribeStacks"), "refused"),
    (EndpointConnectionError(endpoint_url="https://x"), "aws_silent"),
    (ChatRefusedError("users.info", "missing_scope"), "slack_refused"),
    (ChatSilentError("auth.test"), "slack_silent"),
    (ValueError(f"Invalid header value b'Bearer {TOKEN}'"), "failed"),
    (KeyError("Attributes"), "failed"),
]


def failing(error: Exception) -> Callable[[Chain], Iterable[Finding]]:
    def run(_chain: Chain) -> Iterable[Finding]:
        yield ok("rules_right", count=13, topic="t")
        raise error

    return run


def names(reports: Iterable[Report]) -> list[list[str]]:
    return [told(it.findings) for it in reports]


@pytest.mark.parametrize(("error", "name"), FAILURES)
def test_what_fails_is_not_checked_and_the_rest_is(error: Exception, name: str) -> None:
    checks = [
        Check(name="first", run=failing(error)),
        check("second", ok("roles_right")),
    ]

    reports = examined(checks)

    assert [it.name for it in reports[0].findings] == ["rules_right", name]
    assert remedy(reports[0].findings[1])
    assert names(reports[1:]) == [["roles_right"]]
    assert not right(reports)


def test_no_text_of_an_unexpected_failure_is_told() -> None:
    error = ValueError(f"Invalid header value b'Bearer {TOKEN}'")

    reports = examined([Check(name="slack", run=failing(error))])

    assert "ValueError in run, line" in page(reports)
    assert TOKEN not in page(reports) + json.dumps(as_facts("dev", reports))


def test_what_is_wrong_beside_the_way_stops_nothing() -> None:
    beside = wrong("alarm_rings", alarm="a", why="x")
    checks = [check("a", beside), check("b", ok("roles_right"), needs=("a",))]

    assert names(examined(checks)) == [["alarm_rings"], ["roles_right"]]


def test_a_check_builds_only_on_those_before_it() -> None:
    made: set[str] = set()
    for each in CHECKS:
        assert set(each.needs) <= made
        made.add(each.name)
    assert len(made) == len(CHECKS)
