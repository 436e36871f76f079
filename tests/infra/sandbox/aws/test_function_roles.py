"""What a function's role must allow before Lambda does something in its name."""

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import function
from tests.infra.sandbox.aws.watching import HERE, queue

DO_NOTHING = "return None"
DEAD = f"arn:aws:sqs:{HERE}:dead"


def test_a_destination_needs_a_role_that_may_send(aws: LocalAws) -> None:
    queue(aws, "dead")
    function(aws, DO_NOTHING)
    with pytest.raises(ClientError, match="permissions to call SendMessage"):
        aws.client("lambda").put_function_event_invoke_config(
            FunctionName="worker",
            DestinationConfig={"OnFailure": {"Destination": DEAD}},
        )


@pytest.mark.parametrize(
    "lacking", ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"]
)
def test_a_queue_mapping_needs_a_role_that_may_read(
    aws: LocalAws, lacking: str
) -> None:
    _, arn = queue(aws, "actions")
    read = {"Effect": "Allow", "Action": "sqs:*", "Resource": arn}
    never = {"Effect": "Deny", "Action": f"sqs:{lacking}", "Resource": "*"}
    function(aws, DO_NOTHING, [read, never])

    with pytest.raises(ClientError, match=f"permissions to call {lacking}"):
        aws.client("lambda").create_event_source_mapping(
            EventSourceArn=arn, FunctionName="worker"
        )
