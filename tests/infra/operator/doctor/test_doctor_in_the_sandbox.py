"""Doctor over a deployed Reprieve: content when it is right; each trouble is named."""

import json
from dataclasses import replace
from datetime import timedelta

import boto3
import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.operator.doctor.finding import Verdict
from infra.operator.doctor.permissions import ACTIONS, SECRETS
from infra.sandbox.aws.deployment import STAGE
from tests.infra.operator.doctor import (
    troubles_of_aws,
    troubles_of_lambdas,
    troubles_of_memory,
    troubles_of_slack,
)
from tests.infra.operator.doctor.told import told
from tests.infra.operator.doctor.undone import Row, Trouble
from tests.infra.operator.doctor.visited import ALL, ROLE, Visited
from tests.planted import leaks

ROWS: tuple[Row, ...] = (
    *troubles_of_aws.TROUBLES,
    *troubles_of_lambdas.TROUBLES,
    *troubles_of_memory.TROUBLES,
    *troubles_of_slack.TROUBLES,
)
UNDEPLOYED = [
    ("record", ["record_missing"]),
    ("stack", ["stack_missing"]),
    ("functions", ["function_missing"] * 4),
    ("dead letters", ["queue_missing"] * 2),
    ("table", ["table_missing"]),
    ("alarms", ["alarm_missing"] * 2),
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
    assert {it["check"] for it in facts["findings"]} == ALL.keys()
    assert (facts["stage"], facts["right"]) == (STAGE, True)
    assert result.exit_code == 0
    assert leaks([result.output]) == []


def test_it_asks_for_what_it_needs_and_no_more(at: Visited) -> None:
    run()

    used = {action for action, _resource in at.world.aws.used()[ROLE]}
    assert used == {*ACTIONS, SECRETS}
    assert ROLE not in at.world.aws.refused()


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
    folder = at.world.deployment.folder
    path = folder / ".chalice" / "config.json"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace('"dev"', '"other"'), encoding="utf-8")
    try:
        assert told(at.findings(check, at.chain("other"))) == names
    finally:
        path.write_text(before, encoding="utf-8")


def test_an_address_that_is_not_deployed_is_named(at: Visited) -> None:
    with at.configured(email="other@acme.example"):
        assert told(at.findings("stack")) == ["stack_done", "stack_email"]
        assert "email_missing" in told(at.findings("e-mail"))
        [found] = at.findings("bundle")
        assert told([found]) == ["bundle_differs"]
        assert "in: email." in found.seen


@pytest.mark.parametrize("check", ["clock", "slack"])
def test_a_clock_that_is_off_is_named(at: Visited, check: str) -> None:
    chain = at.chain(off=timedelta(minutes=6))
    assert told(at.findings(check, chain))[-1] == "clock_wrong"


def test_a_wrong_configuration_stops_all_but_is_no_traceback(at: Visited) -> None:
    with at.configured(channel="general"):
        result = run()

    assert result.exit_code == 1
    assert result.stdout.startswith("wrong        configuration   The configuration")
    assert "Wrong: 1. Not checked: 26. Warnings: 0." in result.stdout


def test_a_file_that_is_no_json_is_named(at: Visited) -> None:
    with at.configured():
        path = at.world.deployment.folder / ".chalice" / "config.json"
        before = path.read_text(encoding="utf-8")
        path.write_text("{", encoding="utf-8")
        assert told(at.findings("configuration")) == ["configuration_unreadable"]
        path.write_text(before, encoding="utf-8")


def test_somebody_without_credentials_or_region_is_told_so(
    at: Visited, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    abroad = replace(at, session=boto3.Session())
    assert told(abroad.findings("account")) == ["account_no_region"]
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    nobody = replace(at, session=boto3.Session())
    assert told(nobody.findings("account")) == ["account_nobody"]
