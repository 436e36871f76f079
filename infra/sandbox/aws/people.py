"""Roles and users of the sandbox, each with the policy it is given."""

import json
from typing import Any

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.shapes import ACCOUNT, Json

Policy = Json | list[Json]
EVERYTHING: Json = {"Effect": "Allow", "Action": "*", "Resource": "*"}


def document(policy: Policy) -> str:
    """A whole policy as it stands, or statements alone."""
    if isinstance(policy, dict) and "Statement" in policy:
        return json.dumps(policy)
    return json.dumps({"Version": "2012-10-17", "Statement": policy})


def make_role(
    iam: Any, sts: Any, *, role: str, session: str, policy: Policy
) -> Identity:  # noqa: ANN401
    trust = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
        "Action": "sts:AssumeRole",
    }
    try:
        iam.create_role(RoleName=role, AssumeRolePolicyDocument=document(trust))
    except iam.exceptions.EntityAlreadyExistsException:
        pass
    iam.put_role_policy(
        RoleName=role, PolicyName="given", PolicyDocument=document(policy)
    )
    assumed = sts.assume_role(
        RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{role}", RoleSessionName=session
    )
    keys = assumed["Credentials"]
    return Identity(
        access_key=keys["AccessKeyId"],
        secret_key=keys["SecretAccessKey"],
        token=keys["SessionToken"],
        arn=assumed["AssumedRoleUser"]["Arn"],
    )


def make_user(iam: Any, name: str, policy: Policy) -> Identity:  # noqa: ANN401
    made = iam.create_user(UserName=name)["User"]
    iam.put_user_policy(
        UserName=name, PolicyName="given", PolicyDocument=document(policy)
    )
    keys = iam.create_access_key(UserName=name)["AccessKey"]
    return Identity(
        access_key=keys["AccessKeyId"],
        secret_key=keys["SecretAccessKey"],
        arn=made["Arn"],
    )
