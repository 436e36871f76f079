"""Clients and keys of the local AWS, for the tests of its layer."""

from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


@pytest.fixture
def kms(aws: LocalAws) -> "KMSClient":
    client: KMSClient = aws.client("kms")
    return client


@pytest.fixture
def key(kms: "KMSClient") -> str:
    """Give the ARN of a new key."""
    return kms.create_key()["KeyMetadata"]["Arn"]
