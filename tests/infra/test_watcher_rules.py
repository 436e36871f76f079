"""The rules about Reprieve's own parts: which calls they take, and which they leave."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from chalice_app.domain.watcher.change import SILENCES, UPKEEP
from infra.news_document import matching_rules
from tests.fakes.changes import KEEPING, SILENCING, change
from tests.infra.pipeline_facts import RESOURCES, RULES, TEXT

STAGED = TEXT.replace("${Stage}", "dev")
BY_NAME = {rule.name: rule for rule in RULES}
Table = Mapping[str, tuple[tuple[str, Mapping[str, Any]], ...]]


def rules(event: Mapping[str, Any]) -> list[str]:
    return [rule.name for rule in matching_rules(STAGED, event)]


def events(table: Table) -> list[dict[str, Any]]:
    return [
        change(service, name, parameters)
        for service, calls in table.items()
        for name, parameters in calls
    ]


def short(event: Mapping[str, Any]) -> str:
    return re.sub(r"20\d+(v\d)?$", "", called(event))


def called(event: Mapping[str, Any]) -> str:
    return str(event["detail"]["eventName"])


@pytest.mark.parametrize("event", events(SILENCING), ids=called)
def test_what_can_silence_reprieve_is_news_that_is_mailed(
    event: dict[str, Any],
) -> None:
    assert rules(event) == ["Silenced"]


@pytest.mark.parametrize("event", events(KEEPING), ids=called)
def test_what_a_deploy_does_is_news_that_is_not_mailed(event: dict[str, Any]) -> None:
    assert rules(event) == ["Upkeep"]


@pytest.mark.parametrize("event", [*events(SILENCING), *events(KEEPING)], ids=called)
def test_parts_of_others_refusals_and_forgeries_are_left(event: dict[str, Any]) -> None:
    theirs = json.loads(json.dumps(event).replace("reprieve", "payroll"))
    refused = {**event, "detail": {**event["detail"], "errorCode": "AccessDenied"}}

    of_any_trail = event["source"] == "aws.cloudtrail"
    assert rules(theirs) == (["Silenced"] if of_any_trail else [])
    assert rules(refused) == []
    # Whoever may call PutEvents writes any source but one that begins so.
    assert rules({**event, "source": "their.app"}) == []


def test_the_rule_and_the_message_agree_on_what_silences() -> None:
    assert {short(it) for it in events(SILENCING)} == SILENCES.keys()
    assert {short(it) for it in events(KEEPING)} == UPKEEP


def test_another_stage_is_left() -> None:
    event = change("events", "DisableRule", {"name": "reprieve-prod-Disabled-1A2B"})

    assert rules(event) == []


def test_neither_is_there_without_a_bot() -> None:
    assert {RESOURCES[it]["Condition"] for it in ("Silenced", "Upkeep")} == {"Staged"}


def test_the_tables_have_every_call_that_the_rules_name() -> None:
    named = set(
        re.findall(
            r"[A-Z][a-z]+[A-Z]\w+|Unsubscribe|Subscribe",
            json.dumps([BY_NAME[it].pattern for it in ("Silenced", "Upkeep")]),
        )
    ) - {"CloudTrail"}
    tried = {called(event) for table in (SILENCING, KEEPING) for event in events(table)}

    assert [it for it in named if not any(name.startswith(it) for name in tried)] == []
