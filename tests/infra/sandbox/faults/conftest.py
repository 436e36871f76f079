"""The switches of the local AWS, and a key of it."""

from typing import TYPE_CHECKING

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.switches import Switches

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


@pytest.fixture
def aws_faults(aws: LocalAws) -> Switches:
    return Switches(aws.endpoint)


@pytest.fixture
def kms(aws: LocalAws) -> "KMSClient":
    client: KMSClient = aws.client("kms")
    return client


@pytest.fixture
def key(kms: "KMSClient") -> str:
    return kms.create_key()["KeyMetadata"]["Arn"]


def state(kms: "KMSClient", key: str) -> str:
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]
