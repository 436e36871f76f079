"""The one place where a port meets an adapter; everything is made on first use."""

import os
from functools import cache, partial
from typing import TYPE_CHECKING

from chalice_app.ports import Tools
from chalice_app.settings import load_settings
from chalice_app.views.words import words_in

if TYPE_CHECKING:
    import boto3
    from botocore.config import Config
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_sns import SNSClient
    from slack_bolt import App
    from slack_sdk import WebClient

    from chalice_app.adapters.aws_json import AwsJson, Service
    from chalice_app.adapters.door_signatures import DoorSignatures
    from chalice_app.adapters.queue import PressQueue
    from chalice_app.adapters.secrets import Secrets


@cache
def tools(own_arn: str) -> Tools:
    """Join the tools of a worker; `own_arn` tells the account and the Region."""
    from chalice_app.adapters.case_before import CaseBefore
    from chalice_app.adapters.case_ledger import CaseLedger
    from chalice_app.adapters.case_rights import CaseRights
    from chalice_app.adapters.case_sweep import CaseSweep
    from chalice_app.adapters.case_table import CaseTable
    from chalice_app.adapters.kms import Kms
    from chalice_app.adapters.notices import NoticesTopic
    from chalice_app.adapters.signatures import SlackSignatures
    from chalice_app.adapters.slack_chat import SlackChat
    from chalice_app.adapters.table import Table

    settings, aws = load_settings(), session()
    table = Table(aws.client("dynamodb", config=patience()), settings.name("cases"))
    queue = presses(own_arn.split(":")[4])
    topic = ":".join([*own_arn.split(":")[:2], "sns", *own_arn.split(":")[3:5]])
    return Tools(
        settings=settings,
        words=words_in(settings.language),
        keys=Kms(cache(partial(_kms, aws))),
        cases=CaseTable(table),
        rights=CaseRights(table),
        ledger=CaseLedger(table),
        chat=SlackChat(slack, settings.channel),
        notices=NoticesTopic(
            cache(partial(_sns, aws)),
            f"{topic}:{settings.name('notices')}",
        ),
        signatures=SlackSignatures(secrets().signing_secrets),
        retries=queue,
        looks=queue,
        sweeping=CaseSweep(table),
        befores=CaseBefore(table),
    )


@cache
def slack_app(own_arn: str, secret: str) -> "App":
    """Join the slack door's app: the two secrets and the queue, nothing more of AWS."""
    from chalice_app.adapters.bolt import bolt

    queue = presses(own_arn.split(":")[4])
    words = words_in(load_settings().language)
    return bolt(_client(timeout=2), secret, queue, words)


@cache
def slack_signatures() -> "DoorSignatures":
    """Join the slack door's own check, which comes before Bolt's."""
    from slack_sdk.signature import Clock

    from chalice_app.adapters.door_signatures import DoorSignatures

    return DoorSignatures(secrets(), Clock().now)


@cache
def session() -> "boto3.Session":
    import boto3

    return boto3.Session(region_name=os.environ.get("AWS_REGION"))


@cache
def secrets() -> "Secrets":
    from chalice_app.adapters.secrets import Secrets
    from chalice_app.adapters.secrets_manager import MANAGER, SecretsManager

    manager = _without_boto3(MANAGER)
    return Secrets(SecretsManager(manager, load_settings().secret))


@cache
def presses(account: str) -> "PressQueue":
    from chalice_app.adapters.queue import SQS, PressQueue

    sqs = _without_boto3(SQS)
    return PressQueue(sqs, account, load_settings().name("actions"))


@cache
def slack() -> "WebClient":
    return _client(timeout=4)


def patience() -> "Config":
    """Wait shorter than the Lambda lives, so that a failure can still be told."""
    from botocore.config import Config

    return Config(
        connect_timeout=2,
        read_timeout=5,
        retries={"total_max_attempts": 2, "mode": "standard"},
    )


def _without_boto3(service: "Service") -> "AwsJson":
    """Call AWS without what takes most of a cold press: the import of boto3."""
    from slack_sdk.signature import Clock

    from chalice_app.adapters.aws_place import reach

    return reach(service, os.environ, Clock().now)


def _client(timeout: int) -> "WebClient":
    from chalice_app.adapters.aws_place import tls
    from chalice_app.adapters.slack_client import RenewedClient

    kept = secrets()
    return RenewedClient(
        load_settings().slack_api, kept.token(), kept.token_anew, timeout, tls()
    )


def _sns(aws: "boto3.Session") -> "SNSClient":
    return aws.client("sns", config=patience())


def _kms(aws: "boto3.Session", region: str) -> "KMSClient":
    return aws.client("kms", region_name=region, config=patience())
