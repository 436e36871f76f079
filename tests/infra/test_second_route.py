"""`chalice package` and CloudFormation give the same Lambdas as `chalice deploy`."""

import json
from pathlib import Path

import pytest

from infra.bundle import build
from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.wheels import wheelhouse
from tests.infra.chalice_cli import ROOT, SECTION
from tests.infra.stacks import create

DEAD_LETTERS = "arn:aws:sqs:eu-west-1:111122223333:reprieve-dev-dead-letters"


def packaged(folder: Path, aws: LocalAws) -> str:
    """Do what `aws cloudformation package` does: put the code where AWS finds it."""
    with Deployment(aws, SECTION) as project:
        merge = ["--merge-template", "infra/package.yaml"]
        build(project.folder, folder, *merge, "--template-format", "yaml")
    bucket = aws.client("s3")
    bucket.create_bucket(
        Bucket="code", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    archive = (folder / "deployment.zip").read_bytes()
    bucket.put_object(Bucket="code", Key="deployment.zip", Body=archive)
    template = (folder / "sam.yaml").read_text(encoding="utf-8")
    return template.replace("./deployment.zip", "s3://code/deployment.zip")


def test_names_and_dead_letters_are_those_of_the_first_route(
    aws: LocalAws, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In this order: the wheels themselves come from the index, once.
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheelhouse(ROOT)))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    functions, sns = aws.client("lambda"), aws.client("sns")

    create(aws, "reprieve-dev", Stage="dev")
    create(aws, "reprieve-dev-lambdas", packaged(tmp_path, aws), Stage="dev")

    names = {each["FunctionName"] for each in functions.list_functions()["Functions"]}
    workers = {
        f"reprieve-dev-{it}" for it in ("actions", "alerts", "inventory", "sweep")
    }
    assert names == {"reprieve-dev", *workers}
    for name in names:
        settings = functions.get_function_configuration(FunctionName=name)
        assert settings["LoggingConfig"]["LogFormat"] == "JSON"
    config = functions.get_function_event_invoke_config(
        # SAM names the qualifier that the first route leaves out; it means the same.
        FunctionName="reprieve-dev-alerts",
        Qualifier="$LATEST",
    )
    assert config["DestinationConfig"] == {"OnFailure": {"Destination": DEAD_LETTERS}}
    [subscribed] = sns.list_subscriptions()["Subscriptions"]
    attributes = sns.get_subscription_attributes(
        SubscriptionArn=subscribed["SubscriptionArn"]
    )
    policy = json.loads(attributes["Attributes"]["RedrivePolicy"])
    assert policy == {"deadLetterTargetArn": DEAD_LETTERS}
