"""The e-mail of an event, made without AWS."""

import json

import pytest

from infra.news_document import render
from tests.infra.pipeline_facts import KEY, NATIVE, TEXT, cloudtrail, native

DATED = cloudtrail(
    "ScheduleKeyDeletion",
    responseElements={"deletionDate": "Dec 1, 2026, 6:00:00 AM"},
)


def body(event: dict[str, object], template: str = TEXT) -> dict[str, object]:
    email = render(template, event)
    assert email is not None
    read: dict[str, object] = json.loads(email.body)
    return read


def test_a_schedule_names_key_person_time_and_date() -> None:
    told = body(DATED)

    assert told["Key"] == KEY
    assert told["Who"] == "AIDAEXAMPLEADA"
    assert (told["User name"], told["Role or issuer"]) == ("ada", "")
    assert told["Time (UTC)"] == "2026-11-24T06:00:00Z"
    assert told["Deleted not before (UTC)"] == "Dec 1, 2026, 6:00:00 AM"


def test_a_session_of_a_role_is_named_with_its_role() -> None:
    session = {
        "principalId": "AROAEXAMPLE:alice",
        "sessionContext": {"sessionIssuer": {"userName": "Deploy"}},
    }

    told = body(cloudtrail("DisableKey", userIdentity=session))

    assert told["Who"] == "AROAEXAMPLE:alice"
    assert (told["User name"], told["Role or issuer"]) == ("", "Deploy")


def test_a_path_with_quotes_and_backslashes_breaks_no_email() -> None:
    ada = {
        "arn": 'arn:aws:iam::111122223333:user/a"b\\c/ada',
        "principalId": "AIDAEXAMPLEADA",
        "userName": "ada",
    }

    told = body(cloudtrail("DisableKey", userIdentity=ada))

    assert (told["news"], told["User name"]) == ("disabled", "ada")


@pytest.mark.parametrize("kind", NATIVE)
def test_what_kms_itself_sends_names_its_key(kind: str) -> None:
    assert body(native(kind))["Key"] == KEY


def test_the_whole_event_travels_as_it_is() -> None:
    hostile = cloudtrail("DisableKey", userAgent='"}\n{"Key": "<time>"')

    assert body(hostile)["event"] == hostile


def test_what_the_event_does_not_have_is_an_empty_text() -> None:
    assert body(cloudtrail("DisableKey", userIdentity={}, resources=[]))["Key"] == ""


@pytest.mark.parametrize("name", ["DisableKey", "EnableKey"])
def test_an_error_is_no_proof_that_nothing_was_changed(name: str) -> None:
    # KMS may answer DependencyTimeoutException after it has changed the key.
    told = body(cloudtrail(name, errorCode="DependencyTimeoutException"))

    assert "as a rule nothing was changed" in str(told["What it means"])


@pytest.mark.parametrize("event", [DATED, cloudtrail("DeleteKey"), native(NATIVE[0])])
def test_only_what_the_key_alone_encrypts_is_said_to_be_lost(
    event: dict[str, object],
) -> None:
    assert "encrypted under this key alone" in str(body(event)["What it means"])


def test_an_event_that_no_rule_matches_makes_no_email() -> None:
    assert render(TEXT, cloudtrail("DescribeKey")) is None


def test_the_subject_is_the_one_that_sns_gives() -> None:
    email = render(TEXT, DATED)

    assert email is not None
    assert email.subject == "AWS Notification Message"


def test_another_sentence_in_the_template_is_another_email() -> None:
    changed = TEXT.replace("An AWS KMS key was disabled.", "A key is off.")

    assert body(cloudtrail("DisableKey"), changed)["What happened"] == "A key is off."
