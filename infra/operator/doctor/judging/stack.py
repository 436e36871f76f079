"""How the stack stands, and whether it is what this checkout would deploy."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalice_app.domain.watcher.finding import Finding, fatal, ok, warning, wrong

Json = Mapping[str, Any]
_DONE = frozenset(
    {
        "CREATE_COMPLETE",
        "IMPORT_COMPLETE",
        "UPDATE_COMPLETE",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
    }
)
# The resources of the time before stand as they did.
_BACK = frozenset({"UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE"})
_NOTHING = frozenset({"REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE", "DELETE_COMPLETE"})


def judged_stack(name: str, stack: Json | None, stage: str) -> Finding:
    if stack is None or stack["StackStatus"] in _NOTHING:
        return fatal("stack_missing", stack=name, stage=stage)
    status, why = stack["StackStatus"], stack.get("StackStatusReason", "-")
    if status in _DONE:
        return ok("stack_done", stack=name, status=status)
    if status in _BACK:
        return warning("stack_rolled_back", stack=name, status=status, why=why)
    if status.endswith("_IN_PROGRESS"):
        return warning("stack_moving", stack=name, status=status)
    return wrong("stack_failed", stack=name, status=status, why=why)


def judged_contents(
    name: str, stack: Json, template: object, expected: str, email: str
) -> Iterator[Finding]:
    """Compare the deployed template and address with those of this checkout."""
    if template != expected:
        yield warning("stack_differs", stack=name)
    given = {it["ParameterKey"]: it for it in stack.get("Parameters", [])}
    deployed = given.get("DestinationEmailAddress", {}).get("ParameterValue", "")
    if deployed != email:
        yield wrong(
            "stack_email", stack=name, deployed=deployed or "-", email=email or "-"
        )


def reverting(name: str, stack: Json) -> str:
    """Give the command that proposes to bring drifted resources back.

    CloudFormation resets a parameter that is left out.
    """
    kept = " ".join(
        f"ParameterKey={it['ParameterKey']},UsePreviousValue=true"
        for it in stack.get("Parameters", [])
    )
    return (
        f"aws cloudformation create-change-set --stack-name {name} "
        "--change-set-name revert --use-previous-template "
        f"--deployment-mode REVERT_DRIFT --parameters {kept}"
    )
