"""Roles and users of the sandbox, each with the policy it is given."""

import contextlib
import json

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.shapes import ACCOUNT, Client, Json

# One statement, several, or a whole document.
Policy = Json | list[Json]
EVERYTHING: Json = {"Effect": "Allow", "Action": "*", "Resource": "*"}
_TRUST: Json = {
    "Effect": "Allow",
    "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
    "Action": "sts:AssumeRole",
}


def document(policy: Policy) -> str:
    if isinstance(policy, dict) and "Statement" in policy:
        return json.dumps(policy)
    return json.dumps({"Version": "2012-10-17", "Statement": policy})


def make_role(iam: Client, name: str, policy: Policy) -> None:
    with contextlib.suppress(iam.exceptions.EntityAlreadyExistsException):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=document(_TRUST))
    iam.put_role_policy(
        RoleName=name, PolicyName="given", PolicyDocument=document(policy)
    )


def assume_role(sts: Client, name: str, session: str) -> Identity:
    role = f"arn:aws:iam::{ACCOUNT}:role/{name}"
    assumed = sts.assume_role(RoleArn=role, RoleSessionName=session)
    keys = assumed["Credentials"]
    return Identity(
        access_key=keys["AccessKeyId"],
        secret_key=keys["SecretAccessKey"],
        token=keys["SessionToken"],
        arn=assumed["AssumedRoleUser"]["Arn"],
    )


def make_user(iam: Client, name: str, policy: Policy, path: str) -> Identity:
    made = iam.create_user(UserName=name, Path=path)["User"]
    iam.put_user_policy(
        UserName=name, PolicyName="given", PolicyDocument=document(policy)
    )
    keys = iam.create_access_key(UserName=name)["AccessKey"]
    return Identity(
        access_key=keys["AccessKeyId"],
        secret_key=keys["SecretAccessKey"],
        arn=made["Arn"],
    )
