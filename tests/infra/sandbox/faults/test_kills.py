"""A Lambda that dies at one of its calls."""

import json
import sys
from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.switches import Switches
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.aws.functions import function
from tests.infra.sandbox.faults.conftest import state

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells whose a connection is"
)
DISABLE = "import boto3; boto3.client('kms').disable_key(KeyId=event['key'])"
POST = (
    "from slack_sdk import WebClient; "
    "WebClient(token=event['token'], base_url=event['url'])"
    ".chat_postMessage(channel=event['channel'], text='news')"
)
ALL = {"Effect": "Allow", "Action": ["kms:*", "logs:*"], "Resource": "*"}


def failure_of(aws: LocalAws, event: dict[str, str]) -> str | None:
    """Run the worker, and give what Lambda calls its failure."""
    payload = json.dumps(event)
    told = aws.client("lambda").invoke(FunctionName="worker", Payload=payload)
    return str(told["FunctionError"]) if "FunctionError" in told else None


@pytest.mark.parametrize(
    ("kind", "after"), [("kill-before", "Enabled"), ("kill-after", "Disabled")]
)
def test_it_dies_just_before_or_just_after_the_effect(
    aws: LocalAws, kms: "KMSClient", key: str, kind: str, after: str
) -> None:
    function(aws, DISABLE, ALL)
    Switches(aws.endpoint).set("kms", "DisableKey", kind)

    assert failure_of(aws, {"key": key})
    assert state(kms, key) == after

    assert failure_of(aws, {"key": key}) is None
    assert state(kms, key) == "Disabled"


def test_it_dies_after_slack_has_its_message(aws: LocalAws) -> None:
    function(aws, POST)
    with LocalSlack() as slack:
        Switches(slack.url).set("slack", "chat.postMessage", "kill-after")
        event = {
            "url": slack.api_url,
            "token": acme.REPRIEVE_APP.token,
            "channel": acme.CHANNEL,
        }

        assert failure_of(aws, event)
        assert len(slack.messages()) == 1
        assert failure_of(aws, event) is None


def test_a_call_from_elsewhere_meets_no_kill(
    kms: "KMSClient", key: str, aws_faults: Switches
) -> None:
    aws_faults.set("kms", "*", "kill-before")
    assert state(kms, key) == "Enabled"
    assert len(aws_faults.all()) == 1
