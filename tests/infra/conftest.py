"""A local AWS for the tests of what is deployed, emptied before each of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


@pytest.fixture(scope="session")
def started_aws() -> Iterator[LocalAws]:
    with LocalAws() as aws:
        yield aws


@pytest.fixture
def aws(started_aws: LocalAws) -> LocalAws:
    started_aws.reset()
    return started_aws


@pytest.fixture
def session(aws: LocalAws, monkeypatch: pytest.MonkeyPatch) -> boto3.Session:
    """Give a session that finds the local AWS as `chalice deploy` would."""
    for name, value in aws.environment().items():
        monkeypatch.setenv(name, value)
    return boto3.Session()


@pytest.fixture
def ada(aws: LocalAws) -> "KMSClient":
    """Give Ada's own KMS client, so that the news has a person to name."""
    client: KMSClient = aws.client("kms", aws.user("ada", EVERYTHING))
    return client
