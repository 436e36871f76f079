"""The policies as AWS reads them: what a Lambda needs works, and nothing beyond."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.calls_of_policies import Call, Keys, calls
from tests.infra.policies import POLICIES
from tests.infra.stacks import create

# SNS has a word of its own for it.
REFUSED = {"AccessDenied", "AccessDeniedException", "AuthorizationError"}


@pytest.fixture
def keys(aws: LocalAws) -> Keys:
    create(aws, "reprieve-dev", Stage="dev")
    for secret in ("slack-token", "slack-signing-secret"):
        aws.client("secretsmanager").put_secret_value(
            SecretId=f"reprieve/dev/{secret}", SecretString="xoxb-made-up"
        )
    kms = aws.client("kms")
    healthy, dying = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2))
    kms.schedule_key_deletion(KeyId=dying)
    return Keys(healthy=healthy, dying=dying)


def allowed(client: Any, call: Call) -> bool:
    try:
        getattr(client, call.name)(**call.arguments)
    except ClientError as error:
        if error.response["Error"]["Code"] in REFUSED:
            return False
        raise
    return True


@pytest.mark.parametrize(
    ("name", "may"),
    [
        (
            "alerts",
            {"read a key", "read names", "remember", "recall", "leave", "token"}
            | {"hand over", "read a key's policy", "read grants"},
        ),
        (
            "sweep",
            {"read a key", "read names", "remember", "recall", "leave", "token"}
            | {"hand over", "order a page", "find what is due"}
            | {"read a key's policy", "read grants", "notice", "look for trails"}
            | {"look for rules", "look at a topic"},
        ),
        (
            "inventory",
            {"read a key", "read names", "remember", "recall", "notice", "token"}
            | {"hand over", "order a page", "take a page", "list keys"}
            | {"read a key's policy", "read grants"},
        ),
        ("slack", {"hand over", "token", "signing secret"}),
        (
            "actions",
            {"read a key", "read names", "cancel a deletion", "enable a key"}
            | {"remember", "recall", "notice", "take", "token", "signing secret"}
            | {"hand over"},
        ),
    ],
)
def test_a_lambda_can_do_this_and_is_refused_all_else(
    aws: LocalAws, keys: Keys, name: str, may: set[str]
) -> None:
    role = aws.assume(f"only-{name}", "session", POLICIES[name])

    can = {
        what
        for what, call in calls(keys).items()
        if allowed(aws.client(call.service, role), call)
    }

    assert can == may
