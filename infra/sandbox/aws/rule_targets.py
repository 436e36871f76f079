"""EventBridge targets: the target's policy must let EventBridge in, else the event is a dead letter."""

import json
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from ministack.core.arn import parse_arn
from ministack.services import eventbridge, sns, sqs

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Json

SERVICE = "events.amazonaws.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    target: Json
    rule: Json
    event: str


_attempt: ContextVar[Attempt] = ContextVar("attempt")


def install(denied: Denied) -> None:
    emulators_invoke = eventbridge._invoke_target
    emulators_sns = eventbridge._dispatch_to_sns
    emulators_sqs = eventbridge._dispatch_to_sqs

    def invoke(target: Json, event: Json, rule: Json, view: Any = None) -> None:  # noqa: ANN401
        view = view or eventbridge._pattern_event_view(event)
        attempt = Attempt(
            target=target, rule=rule, event=json.dumps(view.event_with_detail())
        )
        token = _attempt.set(attempt)
        emulators_invoke(target, event, rule, view)
        _attempt.reset(token)

    def to_sns(arn: str, payload: str) -> None:
        if _let_in(denied, arn, "sns:Publish", sns.topic_policy_for_arn(arn)):
            emulators_sns(arn, payload)

    def to_sqs(spec: Any, payload: str, parameters: Json | None = None) -> None:  # noqa: ANN401
        if _let_in(
            denied, str(spec), "sqs:SendMessage", sqs.queue_policy_for_arn(str(spec))
        ):
            emulators_sqs(spec, payload, parameters)

    def send_dead_letter(attempt: Attempt, code: str, text: str) -> None:
        queue = attempt.target.get("DeadLetterConfig", {}).get("Arn")
        call = _call(queue, "sqs:SendMessage", attempt) if queue else None
        found = sqs.queue_policy_for_arn(queue) if queue else None
        if call and denied.allows(found and found[0], call):
            emulators_sqs(parse_arn(queue), attempt.event)
            sqs._queue_by_arn(queue)["messages"][-1]["message_attributes"] = _why(
                attempt, code, text
            )

    def _let_in(denied: Denied, arn: str, action: str, found: Any) -> bool:  # noqa: ANN401
        attempt = _attempt.get()
        if found is None:
            send_dead_letter(attempt, "NO_RESOURCE", f"{arn} does not exist")
            return False
        if denied.allows(found[0], _call(arn, action, attempt)):
            return True
        send_dead_letter(
            attempt,
            "NO_PERMISSIONS",
            f"User: {SERVICE} is not authorized to perform: {action}",
        )
        return False

    eventbridge._invoke_target = invoke
    eventbridge._dispatch_to_sns = to_sns
    eventbridge._dispatch_to_sqs = to_sqs


def _call(arn: str, action: str, attempt: Attempt) -> ServiceCall:
    return ServiceCall(
        service=SERVICE, action=action, resource=arn, source=attempt.rule["Arn"]
    )


def _why(attempt: Attempt, code: str, text: str) -> Json:
    values = {
        "RULE_ARN": attempt.rule["Arn"],
        "TARGET_ARN": attempt.target["Arn"],
        "ERROR_CODE": code,
        "ERROR_MESSAGE": text,
    }
    return {
        name: {"DataType": "String", "StringValue": value}
        for name, value in values.items()
    }
