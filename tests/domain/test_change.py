"""A change of Reprieve itself, read from what CloudTrail writes."""

from typing import Any

import pytest

from chalice_app.domain.watcher.batch import batch_id
from chalice_app.domain.watcher.change import Change, change_in
from tests.fakes.changes import SILENCING, change
from tests.fakes.news import note, record

PARTS = {
    "reprieve-dev-Disabled-1A2B": {"name": "reprieve-dev-Disabled-1A2B"},
    "reprieve-dev-news": {"topicArn": "arn:aws:sns:eu-west-1:1:reprieve-dev-news"},
    "reprieve-dev-news:0a1b": {
        "subscriptionArn": "arn:aws:sns:eu-west-1:1:reprieve-dev-news:0a1b"
    },
    "reprieve-dev-alerts": {
        "functionName": "arn:aws:lambda:eu-west-1:1:function:reprieve-dev-alerts"
    },
    "reprieve-dev-actions": {
        "queueUrl": "https://sqs.eu-west-1/1/reprieve-dev-actions"
    },
    "reprieve/dev/slack-token": {"secretId": "reprieve/dev/slack-token"},
    "-": {"uUID": "0a1b"},
}


def read(service: str, name: str, parameters: Any, **how: Any) -> Change:
    found = change_in(note(change(service, name, parameters, **how)))
    assert found
    return found


@pytest.mark.parametrize(("part", "parameters"), PARTS.items(), ids=PARTS)
def test_the_part_is_named_as_short_as_people_call_it(
    part: str, parameters: dict[str, str]
) -> None:
    assert read("events", "DisableRule", parameters).part == part


def test_a_call_of_lambda_is_named_without_the_version_of_its_api() -> None:
    found = read("lambda", "UpdateFunctionCode20150331v2", {})

    assert (found.name, found.silences) == ("UpdateFunctionCode", None)


def test_every_call_that_can_silence_says_which_kind_of_part() -> None:
    kinds = {
        read(service, *call).silences
        for service, calls in SILENCING.items()
        for call in calls
    }
    assert None not in kinds


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "aws.kms"},
        {"source": "reprieve.drill"},
        {"account": "444455556666"},
        {"detail": {"eventName": "DisableRule"}},
        {"detail": "no record"},
        {"detail": record("TerminateInstances")["detail"]},
    ],
    ids=str,
)
def test_what_is_no_change_of_ours_is_none(changes: dict[str, Any]) -> None:
    event = change("events", "DisableRule", {"name": "reprieve-dev-x"})

    assert change_in(note({**event, **changes})) is None
    assert change_in(note("{")) is None
    assert change_in(note(record("DisableKey"))) is None


def test_who_is_not_named_is_a_principal_too() -> None:
    found = read("events", "DisableRule", {}, userIdentity=None)

    assert (found.who, found.principal) == ("-", "-")
    assert batch_id(found).startswith("watch-")
