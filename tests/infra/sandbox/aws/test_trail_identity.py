"""Whom CloudTrail names, kind by kind."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

SHARED = Path(__file__).parents[5] / "shared" / "events"
SAMPLES = sorted(SHARED.glob("*__ScheduleKeyDeletion__*.json"))
# Not every caller has these, or only records of later or special calls do.
NOT_EVERYWHERE = {
    "additionalEventData",
    "sessionCredentialFromConsole",
    "errorCode",
    "errorMessage",
    "userIdentity.userName",
    "userIdentity.sessionContext",
    "userIdentity.invokedBy",
}


def test_root_is_named_as_root(aws: LocalAws, key: str) -> None:
    identity = aws.trail()[-1]["userIdentity"]

    assert identity["type"] == "Root"
    assert identity["arn"] == "arn:aws:iam::111122223333:root"
    assert "userName" not in identity
    assert key


def test_a_user_is_named_by_name(aws: LocalAws, key: str) -> None:
    ada = aws.user("ada", EVERYTHING)
    aws.client("kms", ada).disable_key(KeyId=key)

    identity = aws.trail()[-1]["userIdentity"]
    assert identity["type"] == "IAMUser"
    assert identity["userName"] == "ada"
    assert identity["arn"] == ada.arn
    assert identity["accessKeyId"] == ada.access_key
    assert identity["principalId"].startswith("AIDA")


def test_a_role_is_named_with_its_session_and_issuer(aws: LocalAws, key: str) -> None:
    ada = aws.assume("KeyAdmin", "ada@example.com", EVERYTHING)
    aws.client("kms", ada).disable_key(KeyId=key)

    identity = aws.trail()[-1]["userIdentity"]
    issuer = identity["sessionContext"]["sessionIssuer"]
    assert identity["type"] == "AssumedRole"
    assert "userName" not in identity
    assert identity["arn"] == (
        "arn:aws:sts::111122223333:assumed-role/KeyAdmin/ada@example.com"
    )
    assert issuer["arn"] == "arn:aws:iam::111122223333:role/KeyAdmin"
    assert issuer["userName"] == "KeyAdmin"
    assert identity["principalId"] == f"{issuer['principalId']}:ada@example.com"
    assert identity["sessionContext"]["attributes"]["creationDate"].endswith("Z")


def names(document: dict[str, object], prefix: str = "") -> set[str]:
    """Give every field of a record, with a path for those of its caller."""
    found = {f"{prefix}{name}" for name in document}
    caller = document.get("userIdentity")
    return found | (
        names(caller, "userIdentity.") if isinstance(caller, dict) else set()
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_record_has_every_field_of_a_sample(
    aws: LocalAws, kms: "KMSClient", key: str, sample: Path
) -> None:
    kms.schedule_key_deletion(KeyId=key)

    document = json.loads(sample.read_text(encoding="utf-8"))
    record = document.get("detail", document)
    expected = {name for name in names(record) if name not in NOT_EVERYWHERE}
    assert expected <= names(aws.trail()[-1])
