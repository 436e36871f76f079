"""`chalice deploy` is the whole deployment, and can be repeated and undone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.chalice_cli import SECTION, chalice, environment
from tests.infra.listing import listing
from tests.infra.stacks import create, delete

DEAD_LETTERS = "arn:aws:sqs:eu-west-1:111122223333:reprieve-dev-dead-letters"


@pytest.fixture
def project(aws: LocalAws) -> Iterator[Deployment]:
    with Deployment(aws, SECTION) as copy:
        yield copy


def deployed(folder: Path, aws: LocalAws, *arguments: str, **more: str) -> str:
    done = chalice(folder, {**environment(aws), **more}, *arguments, "deploy")
    assert done.returncode == 0, done.stderr
    return done.stdout


def failure_settings(aws: LocalAws) -> Any:
    """Read what Chalice cannot set."""
    functions, sns = aws.client("lambda"), aws.client("sns")
    [subscribed] = [
        each["SubscriptionArn"]
        for each in sns.list_subscriptions()["Subscriptions"]
        if each["Protocol"] == "lambda"
    ]
    attributes = sns.get_subscription_attributes(SubscriptionArn=subscribed)
    config = functions.get_function_event_invoke_config(
        FunctionName="reprieve-dev-alerts"
    )
    return config["DestinationConfig"], json.loads(
        attributes["Attributes"]["RedrivePolicy"]
    )


def test_a_second_deploy_from_another_folder_leaves_everything_as_it_was(
    aws: LocalAws, project: Deployment, tmp_path: Path
) -> None:
    first = deployed(project.folder, aws)
    made = listing(aws)
    # What a run of the tests or of a command leaves must not change the code's hash.
    (project.folder / "chalice_app" / "__pycache__").mkdir()
    (project.folder / "chalice_app" / "__pycache__" / "x.pyc").touch()

    second = deployed(tmp_path, aws, "--project-dir", str(project.folder))

    assert listing(aws) == made
    assert "Stack reprieve-dev: created." in first
    assert "Stack reprieve-dev: unchanged." in second
    assert len(made["functions"]) == 5
    assert failure_settings(aws) == (
        {"OnFailure": {"Destination": DEAD_LETTERS}},
        {"deadLetterTargetArn": DEAD_LETTERS},
    )
    listed = aws.client("lambda").list_functions()["Functions"]
    assert {it["LoggingConfig"]["LogFormat"] for it in listed} == {"JSON"}
    assert "chalice_app secret set --stage dev" in first
    assert project.slack_url in first


def test_deleting_the_app_and_the_stack_leaves_only_the_table(
    aws: LocalAws, project: Deployment
) -> None:
    before = listing(aws)
    deployed(project.folder, aws)

    assert chalice(project.folder, environment(aws), "delete").returncode == 0
    delete(aws, "reprieve-dev")

    assert listing(aws) == {**before, "tables": ["reprieve-dev-cases"]}


def test_the_stack_can_be_left_alone(aws: LocalAws, project: Deployment) -> None:
    create(aws, "reprieve-dev", Stage="dev", DestinationEmailAddress="a@example.com")

    said = deployed(project.folder, aws, REPRIEVE_SKIP_PIPELINE="1")

    assert "Stack" not in said
    assert len(listing(aws)["functions"]) == 5
    assert "a@example.com" in str(listing(aws)["subscriptions"])
