"""Whether the five Lambdas may run, with this checkout's bundle and roles."""

from typing import Any

import pytest

from chalice_app.domain.watcher.functions import Function, judged_function
from infra.operator.doctor.judging.bundle import judged_bundle
from infra.operator.doctor.judging.roles import judged_role
from tests.infra.operator.doctor.told import told

NAME = "reprieve-dev-alerts"
STAGE = {"Environment": {"Variables": {"REPRIEVE_STAGE": "dev"}}}
ACTIVE = {"State": "Active", "LastUpdateStatus": "Successful", **STAGE}


def function(reserved: int | None = None, **settings: Any) -> Function:
    return Function(name=NAME, settings={**ACTIVE, **settings}, reserved=reserved)


@pytest.mark.parametrize(
    ("looked_at", "names"),
    [
        (function(), []),
        (function(reserved=5), []),
        (Function(name=NAME), ["function_missing"]),
        (function(State="Failed", StateReason="no role"), ["function_state"]),
        (function(LastUpdateStatus="Failed"), ["function_update"]),
        (function(reserved=0), ["function_stopped"]),
        (function(Environment={}), ["function_stage"]),
    ],
)
def test_a_function_must_be_ready(looked_at: Function, names: list[str]) -> None:
    assert told(judged_function(looked_at, "dev")) == names


ONE = {"channel": "C1", "email": ""}


@pytest.mark.parametrize(
    ("hashes", "deployed", "name"),
    [
        ({"a"}, ONE, "bundle_right"),
        ({"a", "b"}, ONE, "bundle_mixed"),
        ({"a"}, {**ONE, "channel": "C2"}, "bundle_differs"),
        ({"a"}, {**ONE, "language": "en"}, "bundle_differs"),
        ({"a"}, {}, "bundle_differs"),
    ],
)
def test_the_bundle_must_be_this_checkouts(
    hashes: set[str], deployed: dict[str, str], name: str
) -> None:
    assert told([judged_bundle(hashes, deployed, ONE)]) == [name]


def allow(action: Any, sid: str = "A") -> dict[str, Any]:
    return {"Sid": sid, "Effect": "Allow", "Action": action, "Resource": "*"}


def document(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


FILE = document(allow(["kms:ListKeys", "kms:DescribeKey"]), allow("s3:GetObject", "B"))
TURNED = document(
    allow(["s3:GetObject"], "B"), allow(["kms:DescribeKey", "kms:ListKeys"])
)
BACKWARDS = document(*(dict(reversed(it.items())) for it in FILE["Statement"]))
LESS = document(allow(["kms:ListKeys"]))


@pytest.mark.parametrize(
    ("policies", "attached", "names"),
    [
        ({"own": FILE}, [], []),
        ({"own": TURNED}, [], []),
        ({"own": BACKWARDS}, [], []),
        ({"own": LESS}, [], ["role_differs"]),
        ({}, [], ["role_differs"]),
        ({"own": FILE, "more": LESS}, [], ["role_more"]),
        ({"own": FILE}, ["AdministratorAccess"], ["role_more"]),
    ],
)
def test_a_role_must_have_its_file_and_no_more(
    policies: dict[str, Any], attached: list[str], names: list[str]
) -> None:
    assert told(judged_role(NAME, policies, attached, FILE)) == names
