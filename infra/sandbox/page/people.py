"""Who acts in the page's KMS console, each with the policy that such a person has."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import (
    EVERYTHING,
    Policy,
    assume_role,
    make_role,
    make_user,
)
from infra.sandbox.aws.shapes import Client
from infra.sandbox.page.policies import KEY_ADMINISTRATION, KEY_USE, KEYS_AS_CODE


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
            about="a pipeline, which makes and drops keys, and may not cancel",
            policy=KEYS_AS_CODE,
        ),
        "frank": Person(
            iam_name="frank",
            name="frank (IAM user)",
            about="a key administrator",
            policy=KEY_ADMINISTRATION,
        ),
        "grace": Person(
            iam_name="grace",
            name="grace (IAM user)",
            about="may use keys, and not change them",
            policy=KEY_USE,
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The people as IAM has them; a role is assumed anew each time, as it expires."""

    sts: Client
    users: Mapping[str, Identity]

    def of(self, person_id: str) -> Identity:
        person = PEOPLE[person_id]
        if not person.session:
            return self.users[person_id]
        return assume_role(self.sts, person.iam_name, person.session)


def enrolled(aws: LocalAws) -> Identities:
    iam, users = aws.client("iam"), dict[str, Identity]()
    for person_id, person in PEOPLE.items():
        if person.session:
            make_role(iam, person.iam_name, person.policy)
        else:
            users[person_id] = make_user(iam, person.iam_name, person.policy, "/")
    return Identities(sts=aws.client("sts"), users=users)
