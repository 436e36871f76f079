"""What no Lambda may ever do is denied in words, whatever else its role is given."""

import pytest

from tests.infra.policies import POLICIES, SAVE, actions, listed, statements

HARM = {
    "kms:CreateGrant",
    "kms:DeleteImportedKeyMaterial",
    "kms:DisableKey",
    "kms:DisconnectCustomKeyStore",
    "kms:PutKeyPolicy",
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
}
USE = {"kms:Decrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:Sign"}

each_policy = pytest.mark.parametrize("name", sorted(POLICIES))


@pytest.mark.parametrize("name", ["alerts", "actions", "inventory", "sweep"])
def test_harming_and_using_a_key_are_denied_explicitly(name: str) -> None:
    assert actions(name, "Deny") >= HARM | USE


def test_alerts_is_denied_to_change_a_key_at_all() -> None:
    assert actions("alerts", "Deny") >= SAVE


def test_the_function_that_faces_the_internet_is_denied_all_of_kms() -> None:
    assert actions("slack", "Deny") == {"kms:*"}


@each_policy
def test_a_denial_of_harm_knows_no_exception(name: str) -> None:
    for each in statements(name, "Deny"):
        assert each["Resource"] == "*"
        denied = set(listed(each["Action"]))
        assert "Condition" not in each or not denied & (HARM | SAVE)


@each_policy
def test_aws_may_still_decrypt_the_secrets_and_settings_for_the_function(
    name: str,
) -> None:
    # Secrets Manager and Lambda decrypt in the role's own name: a denial without this
    # exception would refuse GetSecretValue, and would keep the function from starting.
    [using] = [
        each
        for each in statements(name, "Deny")
        if {"kms:Decrypt", "kms:*"} & set(listed(each["Action"]))
    ]

    assert using["Condition"] == {
        "StringNotLike": {
            "kms:ViaService": [
                "secretsmanager.*.amazonaws.com*",
                "lambda.*.amazonaws.com*",
            ]
        },
        "Null": {"kms:EncryptionContext:aws:lambda:FunctionArn": "true"},
    }
