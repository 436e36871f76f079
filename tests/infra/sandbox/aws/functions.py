"""Small Lambda functions for the tests, each with a role of its own."""

import io
import json
import time
import zipfile
from typing import Any

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import Policy, document

_TRUST = {
    "Effect": "Allow",
    "Principal": {"Service": "lambda.amazonaws.com"},
    "Action": "sts:AssumeRole",
}
LOGS = {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}


def function(aws: LocalAws, body: str, policy: Policy = LOGS) -> str:
    """Make the function `worker`, whose handler has this body, and give its ARN."""
    iam = aws.client("iam")
    iam.create_role(RoleName="worker", AssumeRolePolicyDocument=document(_TRUST))
    iam.put_role_policy(
        RoleName="worker", PolicyName="own", PolicyDocument=document(policy)
    )
    made = aws.client("lambda").create_function(
        FunctionName="worker",
        Runtime="python3.12",
        Role="arn:aws:iam::111122223333:role/worker",
        Handler="worker.handle",
        Code={"ZipFile": zipped(body)},
    )
    return str(made["FunctionArn"])


def zipped(body: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("worker.py", f"def handle(event, context):\n    {body}\n")
    return packed.getvalue()


def worker_process(aws: LocalAws) -> int:
    """Run the function once, and give the process that stays warm for it."""
    function(aws, "import os; return os.getpid()")
    answer = aws.client("lambda").invoke(FunctionName="worker")["Payload"].read()
    return int(answer)


def allow(aws: LocalAws, service: str, source: str) -> None:
    aws.client("lambda").add_permission(
        FunctionName="worker",
        StatementId="door",
        Action="lambda:InvokeFunction",
        Principal=f"{service}.amazonaws.com",
        SourceArn=source,
    )


def logged(aws: LocalAws, at_least: int = 1) -> list[Any]:
    """Give what the function printed as JSON, once it has done so often enough."""
    end = time.monotonic() + 15
    while time.monotonic() < end:
        lines = [line for line in _lines(aws) if line.startswith("{")]
        if len(lines) >= at_least:
            return [json.loads(line) for line in lines]
        time.sleep(0.05)
    raise AssertionError(f"The function printed {len(lines)} times, not {at_least}.")


def _lines(aws: LocalAws) -> list[str]:
    logs = aws.client("logs")
    try:
        found = logs.filter_log_events(logGroupName="/aws/lambda/worker")["events"]
    except logs.exceptions.ResourceNotFoundException:
        return []
    return [line for event in found for line in event["message"].splitlines()]
