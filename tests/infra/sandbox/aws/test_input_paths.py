"""Filling an input transformer with what an event holds."""

import json

import pytest

from infra.sandbox.aws.input_paths import value_at
from infra.sandbox.aws.local_aws import LocalAws
from tests.infra.sandbox.aws.watching import rule_to, topic

EVENT = {
    "detail-type": "AWS API Call via CloudTrail",
    "resources": ["first"],
    "detail": {"resources": [{"ARN": "arn:1"}, {"ARN": "arn:2"}], "empty": None},
}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$.detail-type", "AWS API Call via CloudTrail"),
        ("$.resources[0]", "first"),
        ("$.detail.resources[0].ARN", "arn:1"),
        ("$.detail.resources[1].ARN", "arn:2"),
        ("$.detail.resources[2].ARN", ""),
        ("$.detail.nothing.here", ""),
        ("$.detail-type.deeper", ""),
        ("$.detail.empty", None),
    ],
)
def test_a_path_reads_its_value_or_an_empty_text(path: str, value: object) -> None:
    assert value_at(EVENT, path) == value


def test_a_quote_in_a_value_breaks_the_document_as_on_aws(aws: LocalAws) -> None:
    arn = topic(aws)
    aws.client("sns").subscribe(TopicArn=arn, Protocol="email", Endpoint="a@b.example")
    transformer = {
        "InputPathsMap": {"tool": "$.detail.requestParameters.description"},
        "InputTemplate": '{"said": <tool>, "event": <aws.events.event.json>}',
    }
    rule_to(aws, arn, InputTransformer=transformer)

    aws.client("kms").create_key(Description='a"b\\c')

    aws.trail()  # an answer means that everything emitted so far is delivered
    [mail] = aws.mailbox()
    assert mail["body"].startswith('{"said": "a"b\\c", "event": {')
    assert json.loads(mail["body"].partition('"event": ')[2][:-1])["detail"]


def test_a_transformer_fills_indexed_paths_and_reserved_names(aws: LocalAws) -> None:
    arn = topic(aws)
    aws.client("sns").subscribe(TopicArn=arn, Protocol="email", Endpoint="a@b.example")
    template = (
        '{"key": <key>, "resources": <resources>, "rule": <aws.events.rule-name>, '
        '"event": <aws.events.event.json>}'
    )
    rule_to(
        aws,
        arn,
        InputTransformer={
            "InputPathsMap": {
                "key": "$.detail.resources[0].ARN",
                "resources": "$.resources",
            },
            "InputTemplate": template,
        },
    )

    key = aws.client("kms").create_key()["KeyMetadata"]["Arn"]

    told = json.loads(aws.mailbox()[0]["body"])
    assert (told["key"], told["resources"], told["rule"]) == (key, [], "all")
    assert told["event"]["detail"] == aws.trail()[0]
