"""Joins the tools of the functions that nobody waits for with a clock in hand."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from slack_sdk import WebClient
from slack_sdk.signature import Clock

from chalice_app.adapters.case_before import CaseBefore
from chalice_app.adapters.case_ledger import CaseLedger
from chalice_app.adapters.case_rights import CaseRights
from chalice_app.adapters.case_sweep import CaseSweep
from chalice_app.adapters.case_table import CaseTable
from chalice_app.adapters.change_table import ChangeTable
from chalice_app.adapters.digest_table import DigestTable
from chalice_app.adapters.drill_table import DrillTable
from chalice_app.adapters.embedded_metrics import EmbeddedMetrics
from chalice_app.adapters.inventory_table import InventoryTable
from chalice_app.adapters.kms import Kms
from chalice_app.adapters.kms_pages import KmsPages
from chalice_app.adapters.notices import NoticesTopic
from chalice_app.adapters.outage_table import OutageTable
from chalice_app.adapters.reminder_table import ReminderTable
from chalice_app.adapters.report_table import ReportTable
from chalice_app.adapters.restore_table import RestoreTable
from chalice_app.adapters.signatures import SlackSignatures
from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.adapters.slack_dialogs import SlackDialogs
from chalice_app.adapters.table import Table
from chalice_app.ports import Tools
from chalice_app.settings import load_settings
from chalice_app.views.words import words_in
from chalice_app.wiring.light import presses, secrets, slack_client, turns

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_sns import SNSClient


def make_ready() -> None:
    """Make in Lambda's init phase what takes long and what every event needs.

    It reads no settings: a bundle loads before anybody has configured it.
    """
    _dynamodb()
    _kms(os.environ["AWS_REGION"])


@cache
def tools(own_arn: str) -> Tools:
    """Join the tools; `own_arn` tells the account and the Region."""
    settings = load_settings()
    table = Table(_dynamodb(), settings.name("cases"))
    queue = presses(own_arn.split(":")[4])
    topic = ":".join([*own_arn.split(":")[:2], "sns", *own_arn.split(":")[3:5]])
    return Tools(
        settings=settings,
        words=words_in(settings.language),
        keys=Kms(_kms),
        cases=CaseTable(table, settings.storm),
        rights=CaseRights(table),
        ledger=CaseLedger(table),
        chat=SlackChat(slack, settings.channel),
        notices=NoticesTopic(_sns, f"{topic}:{settings.name('notices')}"),
        signatures=SlackSignatures(secrets().signing_secrets),
        retries=queue,
        looks=queue,
        sweeping=CaseSweep(table, settings.storm),
        befores=CaseBefore(table),
        drills=DrillTable(table),
        pages=KmsPages(_kms_of_all_keys),
        inventories=InventoryTable(table),
        turns=turns(own_arn.split(":")[4]),
        reports=ReportTable(table),
        metrics=EmbeddedMetrics(settings.stage, sys.stdout.write, Clock().now),
        changes=ChangeTable(table),
        outages=OutageTable(table),
        digests=DigestTable(table),
        restores=RestoreTable(table),
        dialogs=SlackDialogs(slack),
        reminders=ReminderTable(table),
    )


@cache
def _dynamodb() -> "DynamoDBClient":
    return _session().client("dynamodb", config=patience())


@cache
def _kms(region: str) -> "KMSClient":
    return _session().client("kms", region_name=region, config=patience())


@cache
def _kms_of_all_keys(region: str) -> "KMSClient":
    """Slow down by botocore's own limiter: others share KMS's quotas."""
    slower = Config(retries={"total_max_attempts": 6, "mode": "adaptive"})
    config = patience().merge(slower)
    return _session().client("kms", region_name=region, config=config)


@cache
def _sns() -> "SNSClient":
    return _session().client("sns", config=patience())


@cache
def _session() -> boto3.Session:
    return boto3.Session(region_name=os.environ.get("AWS_REGION"))


@cache
def slack() -> WebClient:
    return slack_client(timeout=4)


def patience() -> Config:
    """Wait shorter than the Lambda lives, so that a failure can still be told."""
    return Config(
        connect_timeout=2,
        read_timeout=5,
        retries={"total_max_attempts": 2, "mode": "standard"},
    )
