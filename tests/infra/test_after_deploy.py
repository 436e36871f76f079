"""What Chalice cannot set is set, even while Lambda is not ready for it yet."""

from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from infra.after_deploy import leave_failures, log_as_json

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient

FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:reprieve-dev-alerts"
QUEUE = "arn:aws:sqs:eu-west-1:111122223333:reprieve-dev-dead-letters"
CALL = "put_function_event_invoke_config"
WANTED = {
    "FunctionName": FUNCTION,
    "MaximumRetryAttempts": 2,
    "DestinationConfig": {"OnFailure": {"Destination": QUEUE}},
}


def refusals(stub: Stubber, code: str, *, times: int) -> None:
    for _ in range(times):
        stub.add_client_error(CALL, code, expected_params=WANTED)


@pytest.fixture
def functions() -> "LambdaClient":
    return boto3.client(
        "lambda",
        region_name="eu-west-1",
        aws_access_key_id="none",
        aws_secret_access_key="none",
    )


def test_a_role_that_lambda_does_not_know_yet_is_asked_for_again(
    functions: "LambdaClient",
) -> None:
    with Stubber(functions) as stub:
        refusals(stub, "InvalidParameterValueException", times=2)
        stub.add_response(CALL, {}, WANTED)

        leave_failures(functions, FUNCTION, QUEUE, pauses=(0, 0))

        stub.assert_no_pending_responses()


def test_a_role_that_never_may_is_told(functions: "LambdaClient") -> None:
    with Stubber(functions) as stub:
        refusals(stub, "InvalidParameterValueException", times=3)

        with pytest.raises(ClientError, match="InvalidParameterValueException"):
            leave_failures(functions, FUNCTION, QUEUE, pauses=(0, 0))


def test_another_refusal_is_not_repeated(functions: "LambdaClient") -> None:
    with Stubber(functions) as stub:
        refusals(stub, "AccessDeniedException", times=1)

        with pytest.raises(ClientError, match="AccessDeniedException"):
            leave_failures(functions, FUNCTION, QUEUE, pauses=(0, 0))


def test_a_log_becomes_json_once_no_other_change_is_under_way(
    functions: "LambdaClient",
) -> None:
    asked, of = "get_function_configuration", {"FunctionName": FUNCTION}
    with Stubber(functions) as stub:
        stub.add_response(asked, {"LoggingConfig": {"LogFormat": "Text"}}, of)
        stub.add_response(asked, {"LastUpdateStatus": "Successful"}, of)
        changed = {**of, "LoggingConfig": {"LogFormat": "JSON"}}
        stub.add_response("update_function_configuration", {}, changed)

        log_as_json(functions, FUNCTION)

        stub.assert_no_pending_responses()


def test_a_log_that_is_json_is_left_alone(functions: "LambdaClient") -> None:
    with Stubber(functions) as stub:
        told = {"LoggingConfig": {"LogFormat": "JSON"}}
        stub.add_response(
            "get_function_configuration", told, {"FunctionName": FUNCTION}
        )

        log_as_json(functions, FUNCTION)

        stub.assert_no_pending_responses()
