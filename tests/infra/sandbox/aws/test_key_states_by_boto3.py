"""The table once more, by real calls against the running server."""

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.key_states import STATES, decide
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.shapes import Refusal
from tests.infra.sandbox.aws.kms_operations import CALLS


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("operation", CALLS)
def test_the_server_answers_what_the_table_decides(
    started_aws: LocalAws, operation: str, state: str
) -> None:
    kms = started_aws.client("kms")
    key = kms.create_key()["KeyMetadata"]
    started_aws.set_state(key["KeyId"], state)

    made = decide(operation, state=state, arn=key["Arn"], origin="AWS_KMS")

    if isinstance(made, Refusal):
        with pytest.raises(ClientError) as refused:
            CALLS[operation](kms, key["KeyId"])
        assert refused.value.response["Error"]["Code"] == made.code
        assert refused.value.response["Error"]["Message"] == made.text
    else:
        CALLS[operation](kms, key["KeyId"])


@pytest.mark.parametrize("operation", ["EnableKey", "DisableKey"])
def test_an_unavailable_key_stays_unavailable(aws: LocalAws, operation: str) -> None:
    kms = aws.client("kms")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    aws.set_state(key, "Unavailable")

    CALLS[operation](kms, key)

    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "Unavailable"
