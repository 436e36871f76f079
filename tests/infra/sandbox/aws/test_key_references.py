"""What KMS accepts as the name of a key, and how it refuses the rest."""

from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

UNKNOWN = "1234abcd-12ab-34cd-56ef-1234567890ab"
HERE = "arn:aws:kms:eu-west-1:111122223333"


def test_an_unknown_key_is_not_found(kms: "KMSClient") -> None:
    with pytest.raises(
        kms.exceptions.NotFoundException, match=f"'{HERE}:key/{UNKNOWN}' does not exist"
    ):
        kms.disable_key(KeyId=UNKNOWN)


def test_an_unknown_alias_is_not_found(kms: "KMSClient") -> None:
    with pytest.raises(
        kms.exceptions.NotFoundException, match=f"Alias {HERE}:alias/nobody"
    ):
        kms.describe_key(KeyId="alias/nobody")


def test_a_key_of_another_region_is_not_found(aws: LocalAws, kms: "KMSClient") -> None:
    abroad = aws.client("kms", region="us-east-1").create_key()["KeyMetadata"]["Arn"]
    with pytest.raises(kms.exceptions.NotFoundException, match="Invalid arn us-east-1"):
        kms.describe_key(KeyId=abroad)


@pytest.mark.parametrize("arn", ["arn:aws:s3:::bucket", "arn:aws:kms:eu-west-1"])
def test_what_is_no_arn_of_a_key_is_invalid(kms: "KMSClient", arn: str) -> None:
    with pytest.raises(kms.exceptions.InvalidArnException):
        kms.describe_key(KeyId=arn)


def test_an_alias_stands_for_its_key_where_aws_takes_aliases(
    kms: "KMSClient", key: str
) -> None:
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    for typed in ("alias/orders", f"{HERE}:alias/orders"):
        assert kms.describe_key(KeyId=typed)["KeyMetadata"]["Arn"] == key
        assert kms.encrypt(KeyId=typed, Plaintext=b"x")["KeyId"] == key


@pytest.mark.parametrize(
    "call",
    ["schedule_key_deletion", "cancel_key_deletion", "enable_key", "disable_key"],
)
def test_an_alias_is_refused_where_aws_takes_only_ids_and_arns(
    kms: "KMSClient", key: str, call: str
) -> None:
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    with pytest.raises(kms.exceptions.NotFoundException, match="Invalid keyId"):
        getattr(kms, call)(KeyId="alias/orders")
    with pytest.raises(kms.exceptions.InvalidArnException):
        getattr(kms, call)(KeyId=f"{HERE}:alias/orders")


def test_an_aws_managed_key_can_be_read_but_not_changed(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    aws.set_state(key, "Enabled", manager="AWS")

    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyManager"] == "AWS"
    with pytest.raises(kms.exceptions.ClientError, match="AccessDeniedException"):
        kms.disable_key(KeyId=key)
