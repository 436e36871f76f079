"""The notices topic, as moto keeps it."""

import json
from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from chalice_app.adapters.notices import NoticesTopic
from chalice_app.errors import TryAgainError
from infra.sandbox.aws.shapes import REGION

ACCOUNT = "123456789012"  # moto's own


@pytest.fixture
def moto() -> Iterator[boto3.Session]:
    with mock_aws():
        yield boto3.Session(region_name=REGION)


def test_a_notice_is_published_with_its_subject(moto: boto3.Session) -> None:
    sns, sqs = moto.client("sns"), moto.client("sqs")
    topic = sns.create_topic(Name="reprieve-dev-notices")["TopicArn"]
    url = sqs.create_queue(QueueName="seen")["QueueUrl"]
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:seen"
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)

    NoticesTopic(lambda: sns, topic).send("[Reprieve] Saved", "All of it.")

    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    seen = json.loads(message["Body"])
    assert (seen["Subject"], seen["Message"]) == ("[Reprieve] Saved", "All of it.")


def test_a_notice_that_sns_refuses_is_tried_again(moto: boto3.Session) -> None:
    topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:reprieve-dev-notices"

    sns = moto.client("sns")

    with pytest.raises(TryAgainError, match="NotFound"):
        NoticesTopic(lambda: sns, topic).send("subject", "body")
