"""`chalice deploy` that must not happen ends with one sentence and touches nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.sandbox.aws.credentials import ROOT as OPERATOR
from infra.sandbox.aws.credentials import environment as loopback
from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.chalice_cli import SECTION, chalice, environment
from tests.infra.listing import listing
from tests.infra.recorder import recorder


@pytest.fixture
def project() -> Iterator[Deployment]:
    with Deployment(LocalAws(), SECTION) as copy:
        yield copy


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ({}, "email"),
        ({**SECTION, "channel": "#kms-alerts"}, "channel"),
        ({**SECTION, "responders": "everybody"}, "responders"),
        ({**SECTION, "chanel": "C0KMSALERT"}, "chanel"),
    ],
)
def test_a_wrong_key_is_named_before_aws_is_called(
    project: Deployment, section: dict[str, object], key: str
) -> None:
    project.configure(section)

    with recorder() as (address, calls):
        done = chalice(project.folder, loopback(address, OPERATOR, {}), "deploy")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert key in done.stderr
    assert not [call for call in calls if "GetCallerIdentity" not in call]


def test_another_folder_and_stage_are_checked_all_the_same(
    project: Deployment, tmp_path: Path
) -> None:
    arguments = ["--project-dir", str(project.folder), "deploy", "--stage", "prod"]

    with recorder() as (address, calls):
        done = chalice(tmp_path, loopback(address, OPERATOR, {}), *arguments)

    assert done.returncode == 1
    assert "stages.prod.reprieve" in done.stderr
    assert calls == []


def test_a_proxy_that_answers_in_awss_place_is_said_in_one_sentence(
    project: Deployment,
) -> None:
    with recorder() as (address, _):
        done = chalice(project.folder, loopback(address, OPERATOR, {}), "deploy")

    assert done.returncode == 1
    assert done.stderr.strip().count("\n") == 0
    assert done.stderr.startswith("Error: No Lambda was touched: ")


def test_a_stack_that_fails_is_told_by_its_reason_and_no_lambda_is_touched(
    project: Deployment, aws: LocalAws
) -> None:
    group = "/aws/lambda/reprieve-dev-alerts"
    aws.client("logs").create_log_group(logGroupName=group)
    before = listing(aws)

    done = chalice(project.folder, environment(aws), "deploy")

    assert done.returncode == 1
    assert done.stderr.strip().count("\n") == 0
    assert "AlertsLog" in done.stderr
    assert "already exists" in done.stderr
    assert listing(aws) == before


def test_other_commands_of_chalice_do_not_bring_up_anything(
    project: Deployment,
) -> None:
    with recorder() as (address, calls):
        words = loopback(address, OPERATOR, {})
        done = chalice(project.folder, words, "generate-models")

    assert done.returncode == 0
    assert calls == []
