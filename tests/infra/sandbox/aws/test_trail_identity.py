"""Whom CloudTrail names, kind by kind."""

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING


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
