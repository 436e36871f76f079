"""Doctor over a deployed Reprieve: content when it is right; each trouble is named."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from chalice_app.domain.watcher.finding import Verdict
from infra.operator.doctor.checks import CHECKS
from infra.operator.doctor.examination import examine, right
from infra.operator.doctor.finding import seen
from infra.operator.doctor.permissions import ACTIONS, SECRETS
from infra.sandbox.aws.credentials import ROOT
from infra.sandbox.aws.deployment import STAGE
from tests.infra.operator.doctor import (
    troubles_of_aws,
    troubles_of_lambdas,
    troubles_of_memory,
    troubles_of_slack,
)
from tests.infra.operator.doctor.told import told
from tests.infra.operator.doctor.undone import Row, Trouble
from tests.infra.operator.doctor.visited import ALL, Visited, session_of
from tests.planted import leaks

ROWS: tuple[Row, ...] = (
    *troubles_of_aws.TROUBLES,
    *troubles_of_lambdas.TROUBLES,
    *troubles_of_memory.TROUBLES,
    *troubles_of_slack.TROUBLES,
)
RIGHT = [
    *("configuration_right", "account_known", "clock_right", "record_here"),
    *("stack_done", "trail_tells", "rules_right", "news_open", "notices_open"),
    *("email_confirmed", "email_confirmed", "functions_right", "bundle_right"),
    *("roles_right", "alerts_subscribed", "route_open", "mapping_enabled"),
    *(
        "mapping_enabled",
        "sweep_scheduled",
        "destinations_right",
        "no_dead_letters",
        "no_dead_letters",
    ),
    *("table_ready", "alarms_quiet", "token_filled", "signing_secret_filled"),
    *("slack_known", "clock_right", "scopes_right", "channel_right", "responders_may"),
]
# Where IAM names a service or a call otherwise than botocore does.
IN_IAM = {"monitoring": "cloudwatch"}
CALLS = {"apigateway:GET": "apigateway:GetRestApi"}
UNDEPLOYED = [
    ("record", ["record_missing"]),
    ("stack", ["stack_missing"]),
    ("functions", ["function_missing"] * 5),
    ("dead letters", ["queue_missing"] * 2),
    ("table", ["table_missing"]),
    ("alarms", ["alarm_missing"] * 5),
    ("token", ["token_empty"]),
    ("signing secret", ["signing_secret_empty"]),
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["doctor", "--stage", STAGE, *arguments])


@pytest.mark.usefixtures("at")
def test_what_is_right_ends_with_zero() -> None:
    result = run("--json")

    facts = json.loads(result.stdout)
    assert [it for it in facts["findings"] if it["verdict"] != "ok"] == []
    assert [it["finding"] for it in facts["findings"]] == RIGHT
    assert {it["check"] for it in facts["findings"]} == ALL.keys()
    assert (facts["stage"], facts["right"]) == (STAGE, True)
    assert result.exit_code == 0
    assert leaks([result.output]) == []


def test_it_asks_for_what_it_needs_and_no_more(at: Visited) -> None:
    asked: set[str] = set()

    def note(model: Any, **_more: object) -> None:
        service = model.service_model.signing_name
        asked.add(f"{IN_IAM.get(service, service)}:{model.name}")

    at.session.events.register("before-call", note)
    reports = list(examine(at.chain(), CHECKS))
    at.session.events.unregister("before-call", note)

    free = {"sts:GetCallerIdentity"}
    named = {CALLS.get(action, action) for action in ACTIONS}
    assert asked - free == {*named, SECRETS}
    assert right(reports)


@pytest.mark.parametrize(("check", "finding", "trouble"), ROWS)
def test_each_trouble_is_named(
    at: Visited, check: str, finding: str, trouble: Trouble
) -> None:
    with trouble(at):
        assert finding in told(at.findings(check))

    assert {it.verdict for it in at.findings(check)} == {Verdict.OK}


@pytest.mark.parametrize(("check", "names"), UNDEPLOYED)
def test_what_is_not_deployed_is_named(
    at: Visited, check: str, names: list[str]
) -> None:
    path = at.world.deployment.folder / ".chalice" / "config.json"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace('"dev"', '"other"'), encoding="utf-8")
    # The policy that doctor prints is that of one stage.
    root = replace(at, session=session_of(ROOT))
    try:
        assert told(at.findings(check, root.chain("other"))) == names
    finally:
        path.write_text(before, encoding="utf-8")


def test_an_address_that_is_not_deployed_is_named(at: Visited) -> None:
    with at.configured(email="other@acme.example"):
        assert told(at.findings("stack")) == ["stack_done", "stack_email"]
        assert "email_missing" in told(at.findings("e-mail"))
        [found] = at.findings("bundle")
        assert told([found]) == ["bundle_differs"]
        assert "in: email." in seen(found)


@pytest.mark.parametrize("check", ["clock", "slack"])
def test_a_clock_that_is_off_is_named(at: Visited, check: str) -> None:
    chain = at.chain(off=timedelta(minutes=6))
    assert told(at.findings(check, chain))[-1] == "clock_wrong"
