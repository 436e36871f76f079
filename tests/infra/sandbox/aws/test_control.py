"""The sandbox's own endpoints."""

import json
from typing import Any

import pytest
import urllib3

from infra.sandbox.aws.local_aws import LocalAws, SandboxRefusedError
from tests.infra.sandbox.aws.watching import messages, queue, rule_to, statement

ENVELOPE: dict[str, Any] = {
    "id": "e9ce3425-7d22-412a-a699-e7a5fc3fbc9a",
    "source": "aws.kms",
    "detail-type": "AWS API Call via CloudTrail",
    "account": "111122223333",
    "time": "2020-01-02T03:04:05Z",
    "region": "eu-west-1",
    "resources": ["arn:aws:kms:eu-west-1:111122223333:key/1"],
    "detail": {"eventName": "DisconnectCustomKeyStore"},
}


def test_an_emitted_event_reaches_the_rules_as_it_was(aws: LocalAws) -> None:
    url, arn = queue(aws, "heard", statement("arn:aws:sqs:*:*:heard"))
    rule_to(aws, arn)

    aws.emit(ENVELOPE)

    [message] = messages(aws, url)
    assert json.loads(message["Body"]) == {"version": "0", **ENVELOPE}


@pytest.mark.parametrize("missing", ["source", "detail-type", "detail"])
def test_an_event_without_its_essentials_is_refused(
    aws: LocalAws, missing: str
) -> None:
    rest = {name: value for name, value in ENVELOPE.items() if name != missing}
    with pytest.raises(SandboxRefusedError, match=f"The event has no {missing}"):
        aws.emit(rest)


def test_over_the_api_nobody_speaks_for_aws(aws: LocalAws) -> None:
    entry = {"Source": "aws.kms", "DetailType": "x", "Detail": "{}"}

    made = aws.client("events").put_events(Entries=[entry])

    assert made["Entries"][0]["ErrorCode"] == "NotAuthorizedForSourceException"


def test_a_key_that_is_not_there_has_no_state_to_set(aws: LocalAws) -> None:
    with pytest.raises(SandboxRefusedError, match="There is no key 'gone'"):
        aws.set_state("gone", "Unavailable")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "mailbox", 200), ("GET", "nothing", 404), ("POST", "mailbox", 404)],
)
def test_only_the_known_endpoints_answer(
    aws: LocalAws, method: str, path: str, status: int
) -> None:
    url = f"{aws.endpoint}/_sandbox/{path}"
    assert urllib3.PoolManager().request(method, url).status == status


def test_what_is_not_json_is_refused(aws: LocalAws) -> None:
    url = f"{aws.endpoint}/_sandbox/advance"
    assert urllib3.PoolManager().request("POST", url, body="{").status == 400


def test_keys_are_listed_as_they_stand_past_every_policy(aws: LocalAws) -> None:
    kms = aws.client("kms")
    ours, theirs, elsewhere = (
        kms.create_key(Description="Orders")["KeyMetadata"]["KeyId"],
        kms.create_key()["KeyMetadata"]["KeyId"],
        aws.client("kms", region="us-east-1").create_key(),
    )
    kms.create_alias(AliasName="alias/orders", TargetKeyId=ours)
    dies = kms.schedule_key_deletion(KeyId=ours, PendingWindowInDays=7)["DeletionDate"]
    aws.set_state(theirs, "Enabled", manager="AWS")

    told = aws.keys()

    assert elsewhere
    assert told["keys"] == [
        {
            "id": ours,
            "aliases": ["alias/orders"],
            "description": "Orders",
            "state": "PendingDeletion",
            "deletion_date": dies.timestamp(),
        }
    ]
    assert told["ahead"] == 0.0
    aws.advance(days=2)
    assert aws.keys()["ahead"] == 2 * 86400
    assert aws.keys()["now"] > told["now"]


def test_reset_forgets_everything(aws: LocalAws) -> None:
    aws.client("kms").create_key()
    aws.client("sns").create_topic(Name="news")

    aws.reset()

    assert (aws.trail(), aws.mailbox(), aws.denied()) == ([], [], [])
    assert aws.client("kms").list_keys()["Keys"] == []
    assert aws.client("sns").list_topics()["Topics"] == []
