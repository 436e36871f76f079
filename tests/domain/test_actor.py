"""Tests of naming who made a call, one row for each type of identity."""

from typing import Any

import pytest

from chalice_app.domain.actor import Actor, actor_in

ISSUER = {"type": "IAMUser", "userName": "token-broker"}
ROOT = {"type": "Root", "arn": "arn:aws:iam::111122223333:root"}
FEDERATED = {
    "type": "FederatedUser",
    "arn": "arn:aws:sts::111122223333:federated-user/nina",
}
CASES: list[tuple[dict[str, Any], str]] = [
    ({"type": "IAMUser", "userName": "bo@example.com"}, "bo@example.com"),
    ({"type": "IAMUser", "arn": "arn:aws:iam::1:user/ops/bo"}, "bo"),
    ({"type": "IAMUser", "arn": f"arn:aws:iam::1:user/{512 * 'p'}/bo"}, "bo"),
    ({"type": "IAMUser", "userName": "bo", "invokedBy": "kms.amazonaws.com"}, "bo"),
    ({"type": "AssumedRole", "arn": "arn:aws:sts::1:assumed-role/R/s"}, "s (role R)"),
    (
        ROOT | {"accountId": "111122223333", "userName": "acme-production"},
        "root of 111122223333",
    ),
    (ROOT, "root"),
    (
        {
            "type": "AssumedRole",
            "accountId": "111122223333",
            "sessionContext": {"assumedRoot": "true"},
        },
        "root of 111122223333",
    ),
    (
        FEDERATED | {"sessionContext": {"sessionIssuer": ISSUER}},
        "nina (issued by token-broker)",
    ),
    (FEDERATED | {"sessionContext": {"sessionIssuer": {}}}, "nina"),
    ({"type": "FederatedUser", "principalId": "1:nina"}, "nina"),
    (
        FEDERATED | {"sessionContext": {"sessionIssuer": {"arn": ROOT["arn"]}}},
        "nina (issued by root)",
    ),
    (
        {"type": "AWSAccount", "principalId": "AROA:x", "accountId": "444455556666"},
        "account 444455556666",
    ),
    ({"type": "AWSAccount", "principalId": "AIDA1"}, "AIDA1"),
    (
        {"type": "AWSService", "invokedBy": "backup.amazonaws.com"},
        "backup.amazonaws.com",
    ),
    ({"accountId": "1", "invokedBy": "AWS Internal"}, "AWS KMS itself"),
    ({"accountId": "1"}, "account 1"),
    (
        {"type": "IdentityCenterUser", "onBehalfOf": {"userId": "9067-a"}},
        "Identity Center user 9067-a",
    ),
    (
        {"type": "WebIdentityUser", "userName": "1102", "principalId": "accounts:1102"},
        "1102",
    ),
    ({"type": "SAMLUser", "userName": "eve", "principalId": "x:eve"}, "eve"),
    ({"type": "Directory", "arn": "arn:aws:ds::1:user/d-1/kim"}, "kim"),
    ({"type": "Unknown", "arn": "", "userName": "", "principalId": "AIDA7"}, "AIDA7"),
    ({"type": "Role", "arn": "arn:aws:iam::1:role/path/Reader"}, "Reader"),
    ({"type": "Unknown", "arn": "arn:aws:iam::1:user/"}, "Unknown"),
    ({"type": "NewKind", "userName": "kim"}, "kim"),
    ({"type": "NewKind"}, "NewKind"),
    ({"type": ["IAMUser"], "userName": {}}, "unknown identity"),
]


@pytest.mark.parametrize(("identity", "name"), CASES)
def test_each_type_of_identity_has_a_name_to_show(
    identity: dict[str, Any], name: str
) -> None:
    actor = actor_in({"userIdentity": identity})
    assert actor is not None
    assert actor.name == name


@pytest.mark.parametrize("identity", [None, {}, "root", []])
def test_without_an_identity_nobody_is_named(identity: object) -> None:
    assert actor_in({"userIdentity": identity}) is None


def test_the_kind_and_the_arn_are_those_that_cloudtrail_wrote() -> None:
    assert actor_in({"userIdentity": ROOT}) == Actor(
        kind="Root", name="root", arn="arn:aws:iam::111122223333:root"
    )


def test_a_name_stays_short_enough_to_show() -> None:
    issuer = {"sessionIssuer": {"userName": "r" * 300}}
    names = {"principalId": "AROA1:" + "s" * 300, "sessionContext": issuer}
    actor = actor_in({"userIdentity": {"type": "AssumedRole", **names}})
    assert actor is not None
    assert len(actor.name) == 256
