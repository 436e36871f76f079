"""What is measured against: a local AWS and Slack, with the stack but no Lambdas.

The processes that are measured are the only ones that work: what `chalice deploy` had
deployed is deleted again, and its bundle is kept.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.bench.relay import Relay, relayed
from infra.sandbox.aws.deployment import STAGE, Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import ACCOUNT, REGION, Client, Json
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.world import World, configuration

_NEWS = f"arn:aws:sns:{REGION}:{ACCOUNT}:reprieve-{STAGE}-news"
_COPY = "bench-news"
_PATIENCE = 30.0


class NothingCameError(Exception):
    """A queue of the local AWS stayed empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    aws: LocalAws
    slack: LocalSlack
    aws_calls: Relay
    slack_calls: Relay
    archive: Path

    def client(self, service: str) -> Client:
        return self.aws.client(service)

    def forget_calls(self) -> None:
        self.aws_calls.calls.clear()
        self.slack_calls.calls.clear()

    @property
    def environment(self) -> dict[str, str]:
        given = {**self.aws.environment(), "AWS_ENDPOINT_URL": self.aws_calls.url}
        return {
            **{name: it for name, it in given.items() if name.startswith("AWS_")},
            "AWS_LAMBDA_FUNCTION_NAME": f"reprieve-{STAGE}",
            "REPRIEVE_STAGE": STAGE,
        }

    def news(self, about: str) -> Json:
        """Give what the topic sent about a key; SNS tells Lambda more than a queue."""
        sent = json.loads(self.message(_COPY, holding=about)["Body"])
        return {
            "Records": [{"Sns": {"Subject": None, "MessageAttributes": {}, **sent}}]
        }

    def message(self, queue: str, holding: str = "") -> Json:
        """Take the next message that holds a word; throw away what lies before it."""
        sqs = self.client("sqs")
        url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            got = sqs.receive_message(
                QueueUrl=url, AttributeNames=["All"], WaitTimeSeconds=1
            )
            for one in got.get("Messages", []):
                message: Json = one
                sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
                if holding in message["Body"]:
                    return message
        raise NothingCameError(queue)


@contextmanager
def ground() -> Iterator[Ground]:
    with (
        LocalSlack() as slack,
        LocalAws() as aws,
        relayed(aws.endpoint) as aws_calls,
        relayed(slack.url) as slack_calls,
    ):
        slack.url = f"{slack_calls.url}/"
        settings = configuration((acme.ADA, acme.BO), slack)
        with Deployment(aws, settings) as deployment:
            World(aws=aws, slack=slack, deployment=deployment, responders=()).deploy()
            deployment.delete()
            _copy_of_news(aws)
            [archive] = deployment.folder.glob(".chalice/deployments/*-python*.zip")
            yield Ground(
                aws=aws,
                slack=slack,
                aws_calls=aws_calls,
                slack_calls=slack_calls,
                archive=archive,
            )


def _copy_of_news(aws: LocalAws) -> None:
    operator = aws.assume("Administrator", "operator", EVERYTHING)
    sqs, sns = aws.client("sqs", operator), aws.client("sns", operator)
    url = sqs.create_queue(QueueName=_COPY)["QueueUrl"]
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{_COPY}"
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": "sns.amazonaws.com"},
                "Action": "sqs:SendMessage",
                "Resource": arn,
            }
        ],
    }
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
    sns.subscribe(TopicArn=_NEWS, Protocol="sqs", Endpoint=arn)


def keep_to_another_core() -> None:
    """Leave the first core to what is measured, where there are two."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, set(cores[1:] or cores))
