"""How news gets from a rule to the topic, and where it stays if it cannot."""

import json
from typing import TYPE_CHECKING

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from tests.infra.mails import mails_to
from tests.infra.pipeline_facts import TEXT
from tests.infra.stacks import create

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

ADDRESS = "24x7+kms@example.com"


def test_only_eventbridge_publishes_when_the_stricter_policy_is_chosen(
    aws: LocalAws, ada: "KMSClient"
) -> None:
    create(aws, "alone", DestinationEmailAddress=ADDRESS, TopicPolicySourceArn="yes")

    ada.disable_key(KeyId=ada.create_key()["KeyMetadata"]["KeyId"])

    assert len(mails_to(aws, ADDRESS, at_least=1)) == 1
    assert aws.denied() == []


def test_a_user_whose_path_holds_quotes_still_makes_an_email(aws: LocalAws) -> None:
    create(aws, "alone", DestinationEmailAddress=ADDRESS)
    ada = aws.user("ada", EVERYTHING, path='/a"b\\c/')
    kms = aws.client("kms", ada)

    kms.disable_key(KeyId=kms.create_key()["KeyMetadata"]["KeyId"])

    [body] = mails_to(aws, ADDRESS, at_least=1)
    told = json.loads(body)
    assert told["User name"] == "ada"
    assert told["event"]["detail"]["userIdentity"]["arn"] == ada.arn
    assert ada.arn.endswith('user/a"b\\c/ada')


def test_news_that_the_topic_refuses_waits_in_the_dead_letters_and_rings_an_alarm(
    aws: LocalAws, ada: "KMSClient"
) -> None:
    closed = TEXT.replace(
        "Sid: EventBridgeMayPublish\n            Effect: Allow",
        "Sid: Closed\n            Effect: Deny",
    )
    queue = create(aws, "alone", closed, DestinationEmailAddress=ADDRESS)[
        "DeadLettersUrl"
    ]
    key = ada.create_key()["KeyMetadata"]

    ada.disable_key(KeyId=key["KeyId"])

    [alarm] = mails_to(aws, ADDRESS, at_least=1)
    assert "did not reach everybody" in alarm
    [waiting] = aws.client("sqs").receive_message(QueueUrl=queue)["Messages"]
    assert key["Arn"] in waiting["Body"]
