"""No check can end the command, and none is made that can tell nothing."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import cast

import boto3
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from chalice_app.errors import ChatRefusedError, ChatSilentError
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.checks import CHECKS, Check
from infra.operator.doctor.examination import Report, examine, right
from infra.operator.doctor.finding import Finding, fatal, ok, warning, wrong
from infra.operator.doctor.telling import as_facts, as_page
from infra.sandbox.slack import acme
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


def chain() -> Chain:
    """Give one that is never asked."""
    session = boto3.Session(region_name="eu-west-1")
    return Chain(stage="dev", session=session, clock=lambda: datetime.now(UTC))


def check(name: str, *findings: Finding, needs: tuple[str, ...] = ()) -> Check:
    return Check(name=name, run=lambda _chain: findings, needs=needs)


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

    reports = examine(chain(), checks)

    assert [it.name for it in reports[0].findings] == [name]
    assert reports[0].findings[0].remedy
    assert names(reports[1:]) == [["roles_right"]]
    assert not right(reports)


def test_no_text_of_an_unexpected_failure_is_told() -> None:
    error = ValueError(f"Invalid header value b'Bearer {TOKEN}'")

    reports = examine(chain(), [Check(name="slack", run=failing(error))])

    assert "ValueError in run, line" in as_page(reports)
    assert TOKEN not in as_page(reports) + json.dumps(as_facts("dev", reports))


def test_what_builds_on_a_stopped_check_names_the_first_cause() -> None:
    missing = fatal("stack_missing", stack="reprieve-dev", stage="dev")
    checks = [
        check("stack", missing),
        check("rules", ok("roles_right"), needs=("stack",)),
        check("alerts", ok("roles_right"), needs=("rules",)),
    ]

    reports = examine(chain(), checks)

    assert [it.behind for it in reports] == [None, "stack", "stack"]
    assert as_page(reports).splitlines()[2:] == [
        'not checked  Because the check "stack" has failed: rules, alerts.',
        "",
        "Wrong: 1. Not checked: 2. Warnings: 0.",
    ]


def test_what_is_wrong_beside_the_way_stops_nothing() -> None:
    beside = wrong("alarm_rings", alarm="a", why="x")
    checks = [check("a", beside), check("b", ok("roles_right"), needs=("a",))]

    assert names(examine(chain(), checks)) == [["alarm_rings"], ["roles_right"]]


def test_a_warning_is_right_and_said() -> None:
    reports = examine(chain(), [check("responders", warning("responders_nobody"))])

    assert right(reports)
    assert as_page(reports).endswith("Nothing is wrong. Warnings: 1.")


def test_json_says_the_same() -> None:
    reports = examine(chain(), [check("responders", warning("responders_nobody"))])
    [finding] = reports[0].findings

    assert as_facts("dev", reports) == {
        "stage": "dev",
        "right": True,
        "findings": [
            {
                "check": "responders",
                "verdict": "warning",
                "finding": "responders_nobody",
                "seen": finding.seen,
                "remedy": finding.remedy,
            }
        ],
    }


def test_strangers_text_cannot_steer_the_terminal() -> None:
    hostile = wrong("alarm_rings", alarm="a", why="\x1b[2J\u202e")

    page = as_page(examine(chain(), [check("alarms", hostile)]))

    assert "\x1b" not in page
    assert "\u202e" not in page


def test_a_check_builds_only_on_those_before_it() -> None:
    made: set[str] = set()
    for each in CHECKS:
        assert set(each.needs) <= made
        made.add(each.name)
    assert len(made) == len(CHECKS)
    assert cast("str", CHECKS[0].name) == "configuration"
