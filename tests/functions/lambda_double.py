"""Runs the API function of an unpacked bundle as Lambda does: one event a line."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

ARN = "arn:aws:lambda:eu-west-1:111122223333:function:reprieve-dev"  # the sandbox's
SLOW = {"boto3", "botocore"}


@dataclass(frozen=True)
class Context:
    invoked_function_arn: str = ARN
    aws_request_id: str = "request-1"


def main(bundle: str) -> None:
    sys.path.insert(0, bundle)
    answers, sys.stdout = sys.stdout, sys.stderr  # Chalice logs to stdout
    from app import app  # noqa: PLC0415  the bundle is on the path only now

    assert Path(bundle) in Path(sys.modules["chalice_app"].__file__ or "").parents
    for line in sys.stdin:
        answer = app(json.loads(line), Context())
        told = {
            "status": answer["statusCode"],
            "body": answer["body"],
            "slow": sorted(SLOW & sys.modules.keys()),
        }
        answers.write(json.dumps(told) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
