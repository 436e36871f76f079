"""The set-up of a key, read through the sandbox's KMS, and kept in the table."""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from botocore.stub import Stubber

from chalice_app.adapters.case_before import CaseBefore
from chalice_app.adapters.kms import Kms
from chalice_app.adapters.kms_before import look_around
from chalice_app.adapters.table import Table
from chalice_app.domain.before import Before
from chalice_app.domain.subject import Subject, key_from_arn
from chalice_app.errors import KmsSilentError
from infra.sandbox.aws.local_aws import LocalAws
from tests.shapes import KEY, START

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

READER = "arn:aws:iam::111122223333:role/reader"
NAME = {"KeyId": KEY.arn}
DATED = {
    "HTTPHeaders": {"date": "Tue, 14 Nov 2023 22:13:20 GMT"},
    "HTTPStatusCode": 200,
}
AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.fixture
def root(aws: LocalAws) -> "KMSClient":
    client: KMSClient = aws.client("kms")
    return client


@pytest.fixture
def key(root: "KMSClient") -> Subject:
    return key_from_arn(root.create_key()["KeyMetadata"]["Arn"])


def test_policy_grants_and_names_are_read(root: "KMSClient", key: Subject) -> None:
    root.create_alias(AliasName="alias/before", TargetKeyId=key.id)
    root.create_grant(KeyId=key.id, GranteePrincipal=READER, Operations=["Decrypt"])

    before = Kms(lambda _region: root).look_around(key)

    assert "Statement" in json.loads(before.policy or "")
    assert [json.loads(it)["GranteePrincipal"] for it in before.grants] == [READER]
    assert before.aliases == ("alias/before",)
    assert (before.policy_refusal, before.grants_refusal) == (None, None)
    assert not before.more_grants


def test_what_may_not_be_read_is_noted_beside_what_may(root: "KMSClient") -> None:
    with Stubber(root) as kms:
        kms.add_client_error(
            "get_key_policy",
            "AccessDeniedException",
            expected_params=NAME,
            http_status_code=400,
            response_meta=DATED,
        )
        grants = {"Grants": [], "Truncated": True, "ResponseMetadata": DATED}
        kms.add_response("list_grants", grants, {**NAME, "Limit": 100})
        before = look_around(root, KEY)

    assert before.read_at == AT
    assert before.policy_refusal == "AccessDeniedException"
    assert before.grants_refusal is None
    assert before.more_grants


def test_an_error_of_the_moment_is_not_kept_as_an_answer(root: "KMSClient") -> None:
    with Stubber(root) as kms:
        kms.add_client_error(
            "get_key_policy",
            "ThrottlingException",
            http_status_code=400,
            response_meta=DATED,
        )
        kms.add_response("list_grants", {"Grants": [], "ResponseMetadata": DATED})
        with pytest.raises(KmsSilentError, match="ThrottlingException"):
            look_around(root, KEY)


def test_only_what_was_read_first_is_kept(table: Table) -> None:
    befores = CaseBefore(table)
    first = Before(read_at=START, policy="{}", grants=("{}",), aliases=("alias/a",))
    assert befores.kept("case") is None

    befores.keep("case", first)
    befores.keep("case", Before(read_at=START, policy_refusal="AccessDeniedException"))

    assert befores.kept("case") == first
