"""IAM on KMS keys: identity policies, key policies, conditions, and the wording."""

import json
from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

ACCOUNT = "111122223333"
CANCEL = {"Effect": "Allow", "Action": "kms:CancelKeyDeletion"}
OWN_ACCOUNT = {
    "StringEquals": {"aws:ResourceAccount": "${aws:PrincipalAccount}"},
    "StringNotLike": {"kms:ViaService": "*"},
}


def may_cancel(
    aws: LocalAws, kms: "KMSClient", key: str, *statements: dict[str, Any]
) -> bool:
    """Cancel the key's deletion in a role that has only these statements."""
    kms.schedule_key_deletion(KeyId=key)
    role = aws.assume("Restorer", "actions", list(statements))
    try:
        aws.client("kms", role).cancel_key_deletion(KeyId=key)
    except kms.exceptions.ClientError as error:
        if error.response["Error"]["Code"] != "AccessDeniedException":
            raise
        return False
    return True


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ({**CANCEL, "Resource": "*"}, True),
        ({**CANCEL, "Resource": "arn:*:kms:*:*:key/*"}, True),
        ({**CANCEL, "Resource": "arn:*:kms:*:*:alias/*"}, False),
        ({**CANCEL, "Resource": "arn:*:kms:us-east-1:*:key/*"}, False),
        ({**CANCEL, "Resource": "*", "Condition": OWN_ACCOUNT}, True),
        (
            {
                **CANCEL,
                "Resource": "*",
                "Condition": {
                    "StringNotEquals": {
                        "aws:ResourceAccount": "${aws:PrincipalAccount}"
                    }
                },
            },
            False,
        ),
        (
            {
                **CANCEL,
                "Resource": "*",
                "Condition": {"StringLike": {"kms:ViaService": "*"}},
            },
            False,
        ),
        (
            {**CANCEL, "Resource": "arn:aws:kms:*:${aws:PrincipalAccount}:key/*"},
            True,
        ),
        ({"Effect": "Allow", "Action": "kms:Describe*", "Resource": "*"}, False),
    ],
)
def test_a_role_may_what_its_policy_says(
    aws: LocalAws,
    kms: "KMSClient",
    key: str,
    statement: dict[str, Any],
    *,
    allowed: bool,
) -> None:
    assert may_cancel(aws, kms, key, statement) is allowed


def test_a_refusal_is_an_http_400_as_kms_sends_it(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    nothing = aws.client("kms", aws.user("eve", {**CANCEL, "Resource": "*"}))

    with pytest.raises(kms.exceptions.ClientError) as refused:
        nothing.disable_key(KeyId=key)

    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_an_explicit_deny_wins_and_says_so(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    everything = {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}
    never = {"Effect": "Deny", "Action": "kms:CancelKeyDeletion", "Resource": "*"}

    assert not may_cancel(aws, kms, key, everything, never)
    assert aws.trail()[-1]["errorMessage"].endswith(
        "with an explicit deny in an identity-based policy"
    )


def test_a_key_policy_without_the_account_closes_the_exit(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    only_eve = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/Eve"},
        "Action": "kms:*",
        "Resource": "*",
    }
    kms.schedule_key_deletion(KeyId=key)
    kms.put_key_policy(KeyId=key, Policy=json.dumps({"Statement": [only_eve]}))

    role = aws.assume("Restorer", "actions", {**CANCEL, "Resource": "*"})
    with pytest.raises(kms.exceptions.ClientError, match="AccessDeniedException"):
        aws.client("kms", role).cancel_key_deletion(KeyId=key)


def test_a_policy_on_keys_holds_when_the_caller_types_an_alias(
    aws: LocalAws, kms: "KMSClient", key: str
) -> None:
    kms.create_alias(AliasName="alias/orders", TargetKeyId=key)
    statement = {"Effect": "Allow", "Action": "kms:DescribeKey", "Resource": key}
    role = aws.client("kms", aws.assume("Reader", "alerts", statement))

    assert role.describe_key(KeyId="alias/orders")["KeyMetadata"]["Arn"] == key
