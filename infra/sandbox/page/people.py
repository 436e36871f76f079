"""Who acts in the page's KMS console, each with the policy that such a person has."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING, Policy, assume_role, make_role
from infra.sandbox.aws.shapes import Json

# What an infrastructure pipeline needs to make and drop keys; saving is not in it.
_KEYS_AS_CODE: Json = {
    "Sid": "KeysAsCode",
    "Effect": "Allow",
    "Action": [
        "kms:CreateAlias",
        "kms:CreateKey",
        "kms:DeleteAlias",
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListAliases",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
    ],
    "Resource": "*",
}
# The actions that AWS's console gives a key administrator.
_KEY_ADMINISTRATION: Json = {
    "Sid": "KeyAdministration",
    "Effect": "Allow",
    "Action": [
        "kms:CancelKeyDeletion",
        "kms:Create*",
        "kms:Delete*",
        "kms:Describe*",
        "kms:Disable*",
        "kms:Enable*",
        "kms:Get*",
        "kms:List*",
        "kms:Put*",
        "kms:Revoke*",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:Update*",
    ],
    "Resource": "*",
}
# The actions that AWS's console gives a key user.
_KEY_USE: Json = {
    "Sid": "KeyUse",
    "Effect": "Allow",
    "Action": [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ReEncrypt*",
    ],
    "Resource": "*",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom IAM knows: a role with a session, or a user without one."""

    iam_name: str
    session: str = ""
    name: str
    about: str
    policy: Policy


PEOPLE: Mapping[str, Person] = MappingProxyType(
    {
        "administrator": Person(
            iam_name="Administrator",
            session="olga",
            name="Administrator (role)",
            about="olga, who may do everything",
            policy=EVERYTHING,
        ),
        "pipeline": Person(
            iam_name="deploy-pipeline",
            session="run-4711",
            name="deploy-pipeline (CI role)",
            about="a pipeline that makes, changes and drops keys, and may not cancel",
            policy=_KEYS_AS_CODE,
        ),
        "frank": Person(
            iam_name="frank",
            name="frank (IAM user)",
            about="a key administrator",
            policy=_KEY_ADMINISTRATION,
        ),
        "grace": Person(
            iam_name="grace",
            name="grace (IAM user)",
            about="may use keys, and not change them",
            policy=_KEY_USE,
        ),
    }
)


class Identities:
    """The people as IAM has them; a role is assumed anew each time, as it expires."""

    def __init__(self, aws: LocalAws) -> None:
        self._aws = aws
        self._users: dict[str, Identity] = {}

    def enrol(self) -> None:
        for person_id, person in PEOPLE.items():
            if person.session:
                make_role(self._aws.client("iam"), person.iam_name, person.policy)
            else:
                self._users[person_id] = self._aws.user(person.iam_name, person.policy)

    def of(self, person_id: str) -> Identity:
        person = PEOPLE[person_id]
        if not person.session:
            return self._users[person_id]
        sts = self._aws.client("sts")
        return assume_role(sts, person.iam_name, person.session)
