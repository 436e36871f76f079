"""The e-mail pattern by itself: one stack, no code of ours."""

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.listing import listing
from tests.infra.mails import mails_to
from tests.infra.pipeline_facts import TEXT
from tests.infra.stacks import create, delete, update

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

# The two parameters that the published pattern has.
SEED = {"DestinationEmailAddress": "24x7+kms@example.com", "SNSTopicName": "key-news"}
ADDRESS = SEED["DestinationEmailAddress"]


def told(body: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(body)
    return read


def test_a_disable_a_schedule_and_a_delete_each_arrive_as_text(
    aws: LocalAws, ada: "KMSClient"
) -> None:
    create(aws, "alone", **SEED)
    key = ada.create_key()["KeyMetadata"]

    ada.disable_key(KeyId=key["KeyId"])
    due = ada.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=7)
    mails_to(aws, ADDRESS, at_least=2)
    aws.advance(8)

    disabled, scheduled, *lost = map(told, mails_to(aws, ADDRESS, at_least=4))
    for each in (disabled, scheduled, *lost):
        assert each["Key"] == key["Arn"]
    assert disabled["User name"] == scheduled["User name"] == "ada"
    assert disabled["Who"] == scheduled["Who"]
    assert disabled["Who"].startswith("AIDA")
    shown = scheduled["Deleted not before (UTC)"] + " +0000"
    date = datetime.strptime(shown, "%b %d, %Y, %I:%M:%S %p %z")
    assert abs(date - due["DeletionDate"]) < timedelta(seconds=1)
    assert all(each["Who"].startswith("AWS KMS itself") for each in lost)
    assert all("Deleted at (UTC)" in each for each in lost)
    assert {each["news"] for each in lost} == {"lost"}
    assert aws.denied() == []


def test_refused_and_following_news_reach_the_topic_but_not_the_email(
    aws: LocalAws, ada: "KMSClient"
) -> None:
    outputs = create(aws, "alone", **SEED)
    sns = aws.client("sns")
    sns.subscribe(
        TopicArn=outputs["NewsTopicArn"],
        Protocol="email",
        Endpoint="all@example.com",
    )
    key = ada.create_key()["KeyMetadata"]["KeyId"]

    ada.disable_key(KeyId=key)
    ada.enable_key(KeyId=key)
    with pytest.raises(ada.exceptions.KMSInvalidStateException):
        ada.cancel_key_deletion(KeyId=key)

    kinds = [
        told(body)["news"] for body in mails_to(aws, "all@example.com", at_least=3)
    ]
    assert sorted(kinds) == ["disabled", "follow", "follow"]
    assert [told(body)["news"] for body in mails_to(aws, ADDRESS, at_least=1)] == [
        "disabled"
    ]


def test_another_sentence_in_the_template_is_another_email_and_subscribers_stay(
    aws: LocalAws, ada: "KMSClient"
) -> None:
    topic = create(aws, "alone", **SEED)["NewsTopicArn"]
    aws.client("sns").subscribe(
        TopicArn=topic, Protocol="email", Endpoint="more@example.com"
    )

    update(
        aws, "alone", TEXT.replace("An AWS KMS key was disabled.", "It is off."), **SEED
    )
    ada.disable_key(KeyId=ada.create_key()["KeyMetadata"]["KeyId"])

    for address in (ADDRESS, "more@example.com"):
        [body] = mails_to(aws, address, at_least=1)
        assert told(body)["What happened"] == "It is off."


def test_two_stacks_stand_side_by_side(aws: LocalAws, ada: "KMSClient") -> None:
    create(aws, "one", DestinationEmailAddress="one@example.com")
    create(aws, "two", DestinationEmailAddress="two@example.com")

    ada.disable_key(KeyId=ada.create_key()["KeyMetadata"]["KeyId"])

    for address in ("one@example.com", "two@example.com"):
        assert len(mails_to(aws, address, at_least=1)) == 1


def test_deleting_the_stack_leaves_every_listing_as_it_was(aws: LocalAws) -> None:
    before = listing(aws)

    create(aws, "alone", **SEED)
    during = listing(aws)
    delete(aws, "alone")

    assert during != before
    assert listing(aws) == before


def test_without_an_address_nobody_is_subscribed(aws: LocalAws) -> None:
    create(aws, "alone")

    assert listing(aws)["subscriptions"] == []
