"""What every function uses, and `slack` alone: no boto3, no Bolt."""

import os
from functools import cache

from slack_sdk import WebClient
from slack_sdk.signature import Clock

from chalice_app.adapters.aws_json import AwsJson, Service
from chalice_app.adapters.aws_place import reach, tls
from chalice_app.adapters.inventory_queue import InventoryQueue
from chalice_app.adapters.queue import SQS, PressQueue
from chalice_app.adapters.secrets import Secrets
from chalice_app.adapters.secrets_manager import MANAGER, SecretsManager
from chalice_app.adapters.slack_client import RenewedClient
from chalice_app.settings import load_settings


@cache
def secrets() -> Secrets:
    return Secrets(SecretsManager(_asked(MANAGER), load_settings().secret))


@cache
def presses(account: str) -> PressQueue:
    return PressQueue(_asked(SQS), account, load_settings().name("actions"))


@cache
def turns(account: str) -> InventoryQueue:
    return InventoryQueue(_asked(SQS), account, load_settings().name("inventory"))


def slack_client(timeout: int) -> WebClient:
    kept = secrets()
    return RenewedClient(
        load_settings().slack_api, kept.token(), kept.token_anew, timeout, tls()
    )


def _asked(service: Service) -> AwsJson:
    return reach(service, os.environ, Clock().now)
