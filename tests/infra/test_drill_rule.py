"""The rule for drills takes this account's and this stage's, and tells a person so."""

import json
import re
from typing import Any

import pytest

from chalice_app.domain.drill import DETAIL_TYPE, SOURCE, drill_in
from infra.news_document import matching_rules, transform
from infra.sandbox.aws.shapes import ACCOUNT
from tests.fakes.drills import ID, drill_event, drill_note
from tests.infra.pipeline_facts import PIPELINE, RESOURCES, RULES, TEXT

[DRILL] = (rule for rule in RULES if rule.name == "Drill")
EMAIL_NEWS = PIPELINE["Parameters"]["EmailNews"]


def test_it_takes_the_source_of_this_account_and_of_this_stage_alone() -> None:
    assert RESOURCES["Drill"]["Properties"]["EventPattern"] == {
        "source": [SOURCE],
        "detail-type": [DETAIL_TYPE],
        "account": [{"Ref": "AWS::AccountId"}],
        "detail": {"stage": [{"Ref": "Stage"}]},
    }


def test_it_exists_only_where_there_is_a_bot() -> None:
    assert RESOURCES["Drill"]["Condition"] == "Staged"


@pytest.mark.parametrize("stage", ["dev", "${Stage}", ""])
def test_a_template_without_a_stage_takes_no_drill(stage: str) -> None:
    assert matching_rules(TEXT, drill_event(detail={"stage": stage})) == ()


def told(**changes: Any) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(transform(DRILL, drill_event(**changes)))
    return read


def test_its_email_says_that_it_is_a_drill_and_no_key_is_in_danger() -> None:
    news = told()

    assert (news["news"], news["Drill"], news["Account"]) == ("drill", ID, ACCOUNT)
    assert news["What happened"].startswith("A drill")
    assert news["What it means"].startswith("No key is in danger.")


def test_what_it_writes_is_read_as_the_drill() -> None:
    written = json.dumps(told(detail={"stage": "dev", "news": 'lost"}'}))

    assert drill_in({**drill_note(), "Message": written}) == drill_in(drill_note())


def test_it_takes_over_no_text_of_the_sender() -> None:
    assert set(DRILL.paths.values()) == {"$.id", "$.time", "$.account", "$.region"}
    hostile = told(detail={"stage": '"}\n{"news": "lost"'})
    assert {**hostile, "event": None} == {**told(), "event": None}


def test_drills_are_mailed_unless_they_are_left_out() -> None:
    assert "drill" in EMAIL_NEWS["Default"].split(",")
    allowed = re.compile(EMAIL_NEWS["AllowedPattern"])
    texts = [re.sub("<[^>]+>", "0", it.template) for it in RULES if it.paths]
    kinds = [json.loads(it)["news"] for it in texts]
    assert all(allowed.match(kind) for kind in kinds)
    assert allowed.match("scheduled,disabled,lost")
