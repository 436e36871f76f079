"""Calls the deployed sweep as its hourly schedule does, at the sandbox's time."""

import json

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.reachable_aws import ReachableAws
from infra.sandbox.aws.shapes import ACCOUNT, REGION

SWEEP = f"reprieve-{STAGE}-sweep"


def call_sweep(aws: ReachableAws, time: str | None = None) -> bool:
    """Send the event of EventBridge's schedule; tell if it went well, or nobody came.

    Where nothing is deployed there is no sweep that could fail.
    """
    event = {
        "version": "0",
        "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT,
        "time": time or str(aws.keys()["now"]),
        "region": REGION,
        "resources": [f"arn:aws:events:{REGION}:{ACCOUNT}:rule/{SWEEP}-event"],
        "detail": {},
    }
    functions = aws.client("lambda")
    try:
        told = functions.invoke(FunctionName=SWEEP, Payload=json.dumps(event))
    except functions.exceptions.ResourceNotFoundException:
        return True
    return "FunctionError" not in told
