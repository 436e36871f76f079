"""A queue is mapped to a function once: Lambda refuses the second mapping."""

import pytest
from botocore.exceptions import ClientError

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.functions import function
from tests.infra.sandbox.aws.watching import queue


def test_a_second_mapping_of_a_queue_to_a_function_is_refused(aws: LocalAws) -> None:
    _, arn = queue(aws, "actions")
    function(
        aws, "return None", [{"Effect": "Allow", "Action": "sqs:*", "Resource": arn}]
    )
    client = aws.client("lambda")
    first = client.create_event_source_mapping(
        EventSourceArn=arn, FunctionName="worker"
    )

    with pytest.raises(ClientError, match=first["UUID"]) as caught:
        client.create_event_source_mapping(EventSourceArn=arn, FunctionName="worker")

    assert caught.value.response["Error"]["Code"] == "ResourceConflictException"
