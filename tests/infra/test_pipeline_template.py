"""What pipeline.yaml may say, and must not."""

import re
from typing import Any

import pytest

from tests.infra.pipeline_facts import PIPELINE, RESOURCES, TEXT, of_type, strings

ALWAYS = {name: each for name, each in RESOURCES.items() if "Condition" not in each}
NAMES = ("Name", "TopicName", "QueueName", "AlarmName", "TableName", "LogGroupName")
QUEUES = [name for name, each in RESOURCES.items() if each["Type"].endswith("::Queue")]


def test_the_template_can_be_given_to_cloudformation_without_a_bucket() -> None:
    assert len(TEXT.encode()) < 51_200


@pytest.mark.parametrize("name", ALWAYS)
def test_what_is_made_without_a_stage_has_no_name_of_its_own(name: str) -> None:
    given = {
        key: value for key, value in ALWAYS[name]["Properties"].items() if key in NAMES
    }

    for value in given.values():
        condition, _, otherwise = value["Fn::If"]
        assert condition == "Staged"
        assert otherwise in (
            {"Ref": "AWS::NoValue"},
            {
                "Fn::If": [
                    "NamedTopic",
                    {"Ref": "SNSTopicName"},
                    {"Ref": "AWS::NoValue"},
                ]
            },
        )


def test_only_the_news_topic_takes_the_operators_name() -> None:
    assert [
        name for name, each in RESOURCES.items() if "SNSTopicName" in str(each)
    ] == ["News"]


def test_service_managed_stacksets_accept_it() -> None:
    assert "Transform" not in PIPELINE
    assert not of_type("AWS::CloudFormation::Stack")
    assert "Fn::Transform" not in set(strings(PIPELINE))
    assert not [text for text in strings(PIPELINE) if re.search(r"\d{12}", text)]


def test_no_resource_is_without_a_comment_description_or_name_that_explains_it() -> (
    None
):
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", name) for name in RESOURCES)
    assert all(rule["Properties"]["Description"] for rule in of_rules())


def of_rules() -> list[Any]:
    return list(of_type("AWS::Events::Rule").values())


@pytest.mark.parametrize("name", QUEUES)
def test_a_queue_is_encrypted_and_refuses_plain_http(name: str) -> None:
    denials = [
        statement["Resource"]
        for policy in of_type("AWS::SQS::QueuePolicy").values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny"
        and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    ]

    assert RESOURCES[name]["Properties"]["SqsManagedSseEnabled"] is True
    assert f"{name}.Arn" in set(strings(denials))


@pytest.mark.parametrize("name", QUEUES)
def test_a_queue_of_dead_letters_rings_an_alarm_that_people_hear(name: str) -> None:
    if "DeadLetters" not in name:
        assert "RedrivePolicy" in RESOURCES[name]["Properties"]
        return
    alarm = RESOURCES[f"{name}Alarm"]["Properties"]

    assert alarm["Dimensions"][0]["Value"] == {"Fn::GetAtt": f"{name}.QueueName"}
    assert alarm["AlarmActions"] == [{"Ref": "Notices"}]
    assert RESOURCES[f"{name}Alarm"].get("Condition") == RESOURCES[name].get(
        "Condition"
    )
    assert "FilterPolicy" not in RESOURCES["NoticesEmail"]["Properties"]


def test_the_table_outlives_its_stack_and_forgets_by_itself() -> None:
    table = RESOURCES["Cases"]

    assert table["DeletionPolicy"] == "RetainExceptOnCreate"
    assert table["UpdateReplacePolicy"] == "Retain"
    assert table["Properties"]["PointInTimeRecoverySpecification"] == {
        "PointInTimeRecoveryEnabled": True
    }
    assert table["Properties"]["TimeToLiveSpecification"] == {
        "AttributeName": "expires_at",
        "Enabled": True,
    }


def test_no_other_resource_stays_when_the_stack_goes() -> None:
    assert [name for name, each in RESOURCES.items() if "DeletionPolicy" in each] == [
        "Cases"
    ]


def test_a_secret_is_born_empty() -> None:
    secrets = of_type("AWS::SecretsManager::Secret").values()

    assert len(secrets) == 2
    for secret in secrets:
        assert set(secret["Properties"]) == {"Name", "Description", "Tags"}


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("", True),
        ("kms-alerts@example.com", True),
        ("24x7+kms.team_1@sub.example.co.uk", True),
        ("o'brien@example.com", True),
        ("no address", False),
        ("two@example.com,three@example.com", False),
        ("a b@example.com", False),
    ],
)
def test_any_valid_address_is_taken(address: str, *, fits: bool) -> None:
    pattern = PIPELINE["Parameters"]["DestinationEmailAddress"]["AllowedPattern"]

    assert bool(re.fullmatch(pattern, address)) is fits
