"""How a stack stands, and whether it is this checkout's."""

import pytest

from chalice_app.domain.watcher.finding import Verdict
from infra.operator.doctor.judging.stack import (
    judged_contents,
    judged_stack,
    reverting,
)
from tests.infra.operator.doctor.told import told

NAME = "reprieve-dev"
ROWS = [
    ("CREATE_COMPLETE", "stack_done", Verdict.OK),
    ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "stack_done", Verdict.OK),
    ("UPDATE_ROLLBACK_COMPLETE", "stack_rolled_back", Verdict.WARNING),
    ("UPDATE_IN_PROGRESS", "stack_moving", Verdict.WARNING),
    ("UPDATE_ROLLBACK_FAILED", "stack_failed", Verdict.WRONG),
    ("DELETE_FAILED", "stack_failed", Verdict.WRONG),
    ("ROLLBACK_COMPLETE", "stack_missing", Verdict.WRONG),
    ("REVIEW_IN_PROGRESS", "stack_missing", Verdict.WRONG),
]
EMAIL = {"ParameterKey": "DestinationEmailAddress", "ParameterValue": "a@acme.example"}
STAGE = {"ParameterKey": "Stage", "ParameterValue": "dev"}
STACK = {"StackStatus": "CREATE_COMPLETE", "Parameters": [STAGE, EMAIL]}


@pytest.mark.parametrize(("status", "name", "verdict"), ROWS)
def test_each_status_has_its_verdict(status: str, name: str, verdict: Verdict) -> None:
    found = judged_stack(NAME, {"StackStatus": status}, "dev")

    assert told([found]) == [name]
    assert found.verdict is verdict


def test_what_builds_on_no_stack_is_not_asked() -> None:
    found = judged_stack(NAME, None, "dev")

    assert told([found]) == ["stack_missing"]
    assert found.stops


@pytest.mark.parametrize(
    ("template", "email", "names"),
    [
        ("same", "a@acme.example", []),
        ("other", "a@acme.example", ["stack_differs"]),
        ("same", "", ["stack_email"]),
        ("same", "b@acme.example", ["stack_email"]),
    ],
)
def test_what_is_deployed_is_compared(
    template: str, email: str, names: list[str]
) -> None:
    assert told(judged_contents(NAME, STACK, template, "same", email)) == names


def test_a_revert_keeps_every_parameter() -> None:
    assert reverting(NAME, STACK).endswith(
        "--deployment-mode REVERT_DRIFT --parameters "
        "ParameterKey=Stage,UsePreviousValue=true "
        "ParameterKey=DestinationEmailAddress,UsePreviousValue=true"
    )
