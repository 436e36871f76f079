"""What each role did and was refused: IAM's names of actions, each with a resource."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ministack.core import iam_evaluator

from infra.sandbox.aws.shapes import Emulated

Uses = set[tuple[str, str, str]]
ByRole = dict[str, list[list[str]]]


@dataclass(slots=True)
class Used:
    uses: Uses = field(default_factory=set)
    refusals: Uses = field(default_factory=set)

    def install(self) -> None:
        # IAM checks a transaction item by item, as the action that writes each, and a
        # Query of an index on the index: so these are the names that a policy needs.
        iam_evaluator.evaluate = self._noting(iam_evaluator.evaluate)

    def note(
        self, principal: str, action: str, resource: str, *, allowed: bool = True
    ) -> None:
        kept = self.uses if allowed else self.refusals
        kept.add((_role_in(principal), action, resource))

    def clear(self) -> None:
        self.uses.clear()
        self.refusals.clear()

    def _noting(self, emulator: Callable[..., Emulated]) -> Callable[..., Emulated]:
        def evaluate(context: Emulated, *policies: Emulated) -> Emulated:
            result = emulator(context, *policies)
            if context.principal_type == "AssumedRole":
                self.note(
                    context.principal_arn,
                    context.action,
                    context.resource_arn,
                    allowed=result.decision == "Allow",
                )
            return result

        return evaluate


def by_role(uses: Uses) -> ByRole:
    roles: ByRole = {}
    for role, *use in sorted(uses):
        roles.setdefault(role, []).append(use)
    return roles


def _role_in(principal: str) -> str:
    """Give the role's name, from its own ARN or from a session's."""
    kind, _, names = principal.rpartition(":")[2].partition("/")
    parts = names.split("/")
    return parts[0] if kind == "assumed-role" else parts[-1]
