"""Whether a resource's own policy lets an AWS service in, and what was refused."""

from dataclasses import dataclass, field

from ministack.core.iam_evaluator import EvalContext, evaluate_resource_policy

from infra.sandbox.aws.shapes import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCall:
    service: str
    action: str
    resource: str
    source: str

    @property
    def account(self) -> str:
        return self.source.split(":")[4]


@dataclass(slots=True)
class Denied:
    """One sentence for each delivery that AWS would have dropped without a word."""

    sentences: list[str] = field(default_factory=list)

    def allows(self, policy: str | Json | None, call: ServiceCall) -> bool:
        if policy and _decision(policy, call) == "Allow":
            return True
        self.sentences.append(
            f"{call.service} may not call {call.action} on {call.resource} for "
            f"{call.source}: the resource's own policy does not allow it."
        )
        return False


def _decision(policy: str | Json, call: ServiceCall) -> str:
    # Without aws:SourceOwner, which the emulator fills: a new topic's own policy would
    # let every service in by it.
    context = EvalContext(
        principal_arn="*",
        principal_type="Service",
        principal_account="",
        action=call.action,
        resource_arn=call.resource,
        region=call.resource.split(":")[3],
        service_context={
            "aws:sourcearn": call.source,
            "aws:sourceaccount": call.account,
        },
    )
    result = evaluate_resource_policy(policy, context, service=call.service)
    return str(result.decision)
