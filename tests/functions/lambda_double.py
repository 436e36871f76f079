"""Runs the API function of an unpacked bundle as Lambda does: one event a line."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from moto import mock_aws

ACCOUNT, REGION = "123456789012", "eu-west-1"


@dataclass(frozen=True)
class Context:
    invoked_function_arn: str = (
        f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:reprieve-dev"
    )
    aws_request_id: str = "request-1"


def main(bundle: str) -> None:
    sys.path.insert(0, bundle)
    answers, sys.stdout = sys.stdout, sys.stderr  # Chalice logs to stdout
    with mock_aws():
        sqs = boto3.client("sqs", REGION)
        url = sqs.create_queue(QueueName="reprieve-dev-actions")["QueueUrl"]
        manager = boto3.client("secretsmanager", REGION)
        for part in ("token", "signing-secret"):
            secret = f"sandbox-{part}"
            manager.create_secret(
                Name=f"reprieve/dev/slack-{part}", SecretString=secret
            )
        from app import app  # noqa: PLC0415  the bundle is on the path only now

        assert Path(bundle) in Path(sys.modules["chalice_app"].__file__ or "").parents
        for line in sys.stdin:
            told = _told(app(json.loads(line), Context()), sqs, url)
            answers.write(json.dumps(told) + "\n")
            answers.flush()


def _told(answer: Any, sqs: Any, url: str) -> Any:
    found = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
    messages = found.get("Messages", [])
    for message in messages:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    bodies = [message["Body"] for message in messages]
    return {"status": answer["statusCode"], "body": answer["body"], "queued": bodies}


if __name__ == "__main__":
    main(sys.argv[1])
