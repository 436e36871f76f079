"""The command over the local AWS's event history, with its limits and its IAM."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.shapes import REGION
from tests.infra.operator.replay.replay_runs import run

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

LOOKS_UP = {"Effect": "Allow", "Action": "cloudtrail:LookupEvents", "Resource": "*"}


@pytest.fixture(autouse=True)
def auditor(aws: LocalAws, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody who may do this one thing."""
    for name, value in aws.environment(aws.user("auditor", LOOKS_UP)).items():
        monkeypatch.setenv(name, value)


def facts(*arguments: str | Path) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    made: dict[str, Any] = json.loads(result.stdout)
    return made


def made(ada: "KMSClient") -> str:
    return ada.create_key()["KeyMetadata"]["Arn"]


def test_what_people_did_is_told_of_as_reprieve_would_have(ada: "KMSClient") -> None:
    key = made(ada)
    ada.schedule_key_deletion(KeyId=key)
    with pytest.raises(ada.exceptions.KMSInvalidStateException):
        ada.disable_key(KeyId=key)

    found = facts()

    assert (found["alerts"], found["folded"]) == (1, 1)
    assert found["source"]["region"] == REGION
    [told] = found["keys"]
    assert told["key"] == key
    assert [(it["actor"], it["error"]) for it in told["timeline"]] == [
        ("ada", None),
        ("ada", "KMSInvalidStateException"),
    ]


def test_only_the_days_that_are_asked_for_are_told(
    aws: LocalAws, ada: "KMSClient"
) -> None:
    ada.disable_key(KeyId=made(ada))

    assert facts("--days", "1")["alerts"] == 1
    aws.advance(91)
    assert facts()["alerts"] == 0


def test_the_report_says_where_it_is_from_and_what_the_history_lacks(
    ada: "KMSClient",
) -> None:
    ada.disable_key(KeyId=made(ada))

    result = run()

    assert result.exit_code == 0
    assert result.stdout.startswith(
        f"From CloudTrail's event history of {REGION} since"
    )
    assert f"The event history is of {REGION} alone" in result.stdout
    assert "Reading the event history" in result.stderr
    assert "Reading the event history" not in result.stdout


def test_a_second_page_is_read(aws: LocalAws, ada: "KMSClient") -> None:
    key = made(ada)
    for days in (0, 60):  # one page covers most of the time, so there is one more
        aws.advance(days)
        for _ in range(26):
            ada.disable_key(KeyId=key)

    assert facts()["folded"] == 51


def test_what_is_saved_can_be_shown_again_as_files(
    ada: "KMSClient", tmp_path: Path
) -> None:
    ada.disable_key(KeyId=made(ada))

    saved = facts("--save", tmp_path / "kept")

    again = facts("--folder", tmp_path / "kept")
    assert (again["alerts"], again["keys"]) == (1, saved["keys"])
    twice = run("--save", tmp_path / "kept")
    assert twice.exit_code == 2
    assert "holds a whole reading" in twice.stderr


def test_nothing_else_is_called(aws: LocalAws, ada: "KMSClient") -> None:
    olga = aws.assume("Auditor", "olga", EVERYTHING)
    ada.disable_key(KeyId=made(ada))

    assert run(env=aws.environment(olga)).exit_code == 0

    assert aws.used()["Auditor"] == [["cloudtrail:LookupEvents", "*"]]
