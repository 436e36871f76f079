"""Tests of naming who works through a role."""

from typing import Any

import pytest

from chalice_app.domain.role_session import last_part, role_session_name

STS = "arn:aws:sts::111122223333:assumed-role/{}".format
IAM = "arn:aws:iam::111122223333:role/{}".format
SSO = "AWSReservedSSO_PowerUser_Access_0f1e2d3c4b5a6978"


def issued_by(role: str, **context: str) -> dict[str, Any]:
    return {"sessionContext": {"sessionIssuer": {"userName": role}, **context}}


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ({"arn": STS("Deployer/ada@example.com")}, "ada@example.com (role Deployer)"),
        ({"arn": STS("C/=1+1,ops.team@example.com-7")}, "=1+1,ops.team@example.com-7"),
        ({"arn": STS(f"{SSO}/ada")}, "ada (permission set PowerUser_Access)"),
        (
            {"arn": IAM(f"aws-reserved/{SSO}"), "principalId": "AROA1:ada"},
            "ada (permission set PowerUser_Access)",
        ),
        (
            {"arn": STS("tester"), "principalId": "AROA1:ada"} | issued_by("tester"),
            "ada (role tester)",
        ),
        ({"arn": STS("tester"), "principalId": "AROA1"}, "role tester"),
        ({"principalId": "AROA1:ada"} | issued_by("Deployer"), "ada (role Deployer)"),
        ({"principalId": "AROA1:ada"}, "ada"),
        (
            {"arn": STS("Web/i-0a1b2c3d4e5f60718")}
            | issued_by("Web", ec2RoleDelivery="2.0"),
            "role Web on instance i-0a1b2c3d4e5f60718",
        ),
        (
            {"arn": STS("Web/i-0a1b2c3d4e5f60718")},
            "i-0a1b2c3d4e5f60718 (role Web)",
        ),
    ],
)
def test_a_session_is_named_with_its_role(identity: dict[str, Any], name: str) -> None:
    assert (role_session_name(identity) or "").startswith(name)


def test_an_identity_without_role_and_session_has_no_name() -> None:
    assert role_session_name({"sessionContext": {"sessionIssuer": {}}}) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (None, None),
        ("", None),
        ("a", "a"),
        ("a:b/c", "c"),
        ("a/b:c", "c"),
        ("a/", None),
    ],
)
def test_the_last_part_follows_the_last_separator(
    text: str | None, last: str | None
) -> None:
    assert last_part(text) == last
