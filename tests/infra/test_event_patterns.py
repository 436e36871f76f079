"""The rules match exactly the watched events, each in one rule, as its kind of news."""

import json
from collections.abc import Mapping
from pathlib import Path

import boto3
import pytest

from chalice_app.domain.key_event import read_event
from chalice_app.domain.watched import WATCHED, News, news_of
from infra.envelope import envelope
from infra.event_rules import Rule
from infra.news_document import matching_rules
from tests.infra.pipeline_facts import NATIVE, RULES, TEXT, cloudtrail, native

HERE = Path(__file__).parents[1]
OWN = sorted((HERE / "fixtures" / "events").glob("*.json"))
SHARED = sorted((HERE.parents[1] / "shared" / "events").glob("*__*.json"))

CALLS = sorted(set(WATCHED) - set(NATIVE))
# The client's model is data of botocore: no call is made, and none could be.
KMS = boto3.client("kms", region_name="eu-west-1")
UNWATCHED = sorted(set(KMS.meta.service_model.operation_names) - set(WATCHED))


def news(rule: Rule) -> str:
    return str(json.loads(rule.template.replace("<", '"').replace(">", '"'))["news"])


def kinds(event: Mapping[str, object]) -> list[str]:
    return [news(rule) for rule in matching_rules(TEXT, event)]


@pytest.mark.parametrize("file", OWN + SHARED, ids=lambda file: file.stem)
def test_a_recorded_event_matches_one_rule_if_it_is_watched_and_none_if_not(
    file: Path,
) -> None:
    document = json.loads(file.read_bytes())

    expected = news_of(read_event(document))

    assert kinds(envelope(document)) == ([expected] if expected else [])


@pytest.mark.parametrize("name", CALLS)
def test_a_watched_call_that_succeeded_is_the_news_of_its_row(name: str) -> None:
    assert kinds(cloudtrail(name)) == [WATCHED[name].news]


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("error", ["AccessDenied", "KMSInvalidStateException"])
def test_a_watched_call_that_failed_is_refused_news_or_follows(
    name: str, error: str
) -> None:
    expected = News.REFUSED if WATCHED[name].opens else News.FOLLOW

    event = cloudtrail(name, errorCode=error, resources=None)

    assert kinds(event) == [expected]


@pytest.mark.parametrize("kind", NATIVE)
def test_what_kms_itself_sends_is_the_news_of_its_row(kind: str) -> None:
    assert kinds(native(kind)) == [WATCHED[kind].news]


@pytest.mark.parametrize("name", UNWATCHED)
@pytest.mark.parametrize("detail", [{}, {"errorCode": "AccessDenied"}])
def test_no_other_call_of_kms_matches(name: str, detail: dict[str, str]) -> None:
    assert kinds(cloudtrail(name, **detail)) == []


def test_an_event_of_another_service_never_matches() -> None:
    assert kinds({**cloudtrail("DisableKey"), "source": "aws.ec2"}) == []


def test_a_schedule_with_a_date_and_one_without_have_each_its_own_rule() -> None:
    dated = cloudtrail(
        "ScheduleKeyDeletion", responseElements={"deletionDate": "Dec 1, 2026"}
    )
    waiting = cloudtrail(
        "ScheduleKeyDeletion", responseElements={"keyState": "PendingReplicaDeletion"}
    )

    [first], [second] = matching_rules(TEXT, dated), matching_rules(TEXT, waiting)

    assert (first.name, second.name) == ("Scheduled", "ScheduledWithoutDate")


def test_every_kind_of_news_has_a_rule() -> None:
    told = {news(rule) for rule in RULES if rule.paths}
    assert told == {*News, "drill", "watcher"}
