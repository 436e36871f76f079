"""The policies of the deployed Lambdas: what they allow, and how one allowance goes."""

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import product
from typing import Any

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.scene import Scene
from tests.infra.policies import POLICIES, listed, statements

FUNCTIONS = {
    "actions": f"reprieve-{STAGE}-actions",
    "alerts": f"reprieve-{STAGE}-alerts",
    "inventory": f"reprieve-{STAGE}-inventory",
    "slack": f"reprieve-{STAGE}",
    "sweep": f"reprieve-{STAGE}-sweep",
}
ROLES = {**FUNCTIONS, "slack": f"reprieve-{STAGE}-api_handler"}


@dataclass(frozen=True, slots=True, order=True)
class Permission:
    name: str
    action: str
    resource: str

    def __str__(self) -> str:
        return f"{self.name} {self.action} {self.resource.rsplit(':', 1)[-1]}"

    def covers(self, use: list[str]) -> bool:
        action, resource = use
        return action == self.action and fnmatchcase(resource, self.resource)


def permissions() -> Iterator[Permission]:
    for name in sorted(POLICIES):
        for each in statements(name, "Allow"):
            pairs = product(listed(each["Action"]), listed(each["Resource"]))
            yield from (Permission(name, *pair) for pair in pairs)


def without(lost: Permission) -> dict[str, Any]:
    """Give the policy that lacks one action on one resource."""
    policy = copy.deepcopy(POLICIES[lost.name])
    left: list[dict[str, Any]] = []
    for each in policy["Statement"]:
        pairs = product(listed(each["Action"]), listed(each["Resource"]))
        hit = (lost.action, lost.resource) in pairs and each["Effect"] == "Allow"
        left += _rests(each, lost) if hit else [each]
    return {**policy, "Statement": [it for it in left if it["Action"]]}


def _rests(statement: dict[str, Any], lost: Permission) -> Iterator[dict[str, Any]]:
    others = [it for it in listed(statement["Action"]) if it != lost.action]
    elsewhere = [it for it in listed(statement["Resource"]) if it != lost.resource]
    yield {**statement, "Action": others}
    if elsewhere:
        sid = f"{statement['Sid']}Elsewhere"
        yield {
            **statement,
            "Sid": sid,
            "Action": [lost.action],
            "Resource": elsewhere,
        }


@contextmanager
def taken_away(scene: Scene, lost: Permission) -> Iterator[None]:
    """Have a role live without a permission, and without a secret that it has read."""
    role = ROLES[lost.name]
    iam = scene.world.aws.client("iam")
    [policy] = iam.list_role_policies(RoleName=role)["PolicyNames"]

    def put(document: object) -> None:
        text = json.dumps(document)
        iam.put_role_policy(RoleName=role, PolicyName=policy, PolicyDocument=text)

    put(without(lost))
    forget(scene, lost)
    try:
        yield
    finally:
        put(POLICIES[lost.name])
        forget(scene, lost)


def forget(scene: Scene, lost: Permission) -> None:
    # Lambda starts anew after a change of settings, and reads its secrets again.
    if lost.action == "secretsmanager:GetSecretValue":
        functions, name = scene.world.aws.client("lambda"), FUNCTIONS[lost.name]
        functions.update_function_configuration(FunctionName=name, Description="anew")
