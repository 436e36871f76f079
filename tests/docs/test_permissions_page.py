"""The page about permissions explains every statement, and says what it allows."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.docs.pages import code_in, page
from tests.infra.pipeline_facts import RESOURCES, strings
from tests.infra.policies import FILES, POLICIES, listed

PAGE = page("docs/permissions.md")
LABELS = ("Why", "Without it", "Cannot")
VERBS = {"Allow": "Allows", "Deny": "Denies"}
# What a condition of the stack's own policies compares with.
CONDITIONS = ("aws:SourceAccount", "aws:SourceArn", "aws:SecureTransport")


def explained() -> Mapping[str, Mapping[str, str]]:
    """Give the labelled lines of each statement's section."""
    found: dict[str, dict[str, str]] = {}
    for heading, text in PAGE.sections.items():
        if heading.startswith("`"):
            _, *lines = " ".join(["", *text.split()]).split(" - ")
            found[heading.strip("`")] = dict(it.split(": ", 1) for it in lines)
    return found


def of_the_files() -> Mapping[str, Mapping[str, Any]]:
    """Give the statements by their Sid, and by the Lambda that has one."""
    found: dict[str, dict[str, Any]] = {}
    for name, policy in POLICIES.items():
        for each in policy["Statement"]:
            found.setdefault(each["Sid"], {})[name] = each
    return found


def of_the_stack() -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for resource in RESOURCES.values():
        document = resource["Properties"].get("PolicyDocument", {})
        for each in document.get("Statement", ()):
            found.setdefault(each["Sid"], []).append(each)
    return found


EXPLAINED, FILED, STACKED = explained(), of_the_files(), of_the_stack()
each_filed = pytest.mark.parametrize("sid", sorted(FILED))
each_stacked = pytest.mark.parametrize("sid", sorted(STACKED))


def test_every_statement_is_explained_and_no_other() -> None:
    assert EXPLAINED.keys() == FILED.keys() | STACKED.keys()


@pytest.mark.parametrize("sid", sorted(EXPLAINED))
def test_an_explanation_says_why_and_what_it_cannot(sid: str) -> None:
    assert all(EXPLAINED[sid][label].endswith((".", ").")) for label in LABELS)


@each_filed
def test_the_lambdas_that_have_it_are_named_and_no_other(sid: str) -> None:
    assert set(EXPLAINED[sid]["In"].split(", ")) == FILED[sid].keys()


@each_filed
def test_its_actions_are_named_and_no_other(sid: str) -> None:
    [verb] = {VERBS[each["Effect"]] for each in FILED[sid].values()}
    actions = {one for each in FILED[sid].values() for one in listed(each["Action"])}

    named = code_in(EXPLAINED[sid][verb])

    assert {it for it in named if ":" in it} == actions
    assert len({"Allows", "Denies"} & EXPLAINED[sid].keys()) == 1


@each_filed
def test_its_resources_and_conditions_are_named(sid: str) -> None:
    for name, each in FILED[sid].items():
        for resource in listed(each["Resource"]):
            shared = resource.replace(f"-{name}:*", "-alerts:*")
            assert {shared, resource} & set(code_in(EXPLAINED[sid]["On"]))
        compared = set(strings(each.get("Condition", {}))) - {"true"}
        operators = {"StringEquals", "StringNotLike", "Null"}
        assert compared - operators - {"kms:ViaService"} <= set(
            code_in(EXPLAINED[sid]["On"])
        )


@each_stacked
def test_a_policy_of_the_stack_is_told_with_whom_it_lets_in(sid: str) -> None:
    told = [*EXPLAINED[sid].values()]
    for each in STACKED[sid]:
        verb = VERBS[each["Effect"]]
        said = code_in(EXPLAINED[sid][verb])
        assert each["Action"] in said
        if isinstance(each["Principal"], Mapping):
            assert each["Principal"]["Service"] in said
        for key in set(strings(each.get("Condition", {}))) & {*CONDITIONS}:
            assert key in code_in(" ".join(told))


def test_every_file_stands_in_the_first_table() -> None:
    assert {path.name for path in FILES.values()} <= set(code_in(PAGE.prose))
