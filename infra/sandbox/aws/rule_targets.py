"""EventBridge targets whose policy must let EventBridge in, and their dead letters."""

import json
from contextvars import ContextVar
from dataclasses import dataclass

from ministack.core.arn import parse_arn
from ministack.services import eventbridge, sns, sqs

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Emulated, Json

_SERVICE = "events.amazonaws.com"
_PUBLISH, _SEND = "sns:Publish", "sqs:SendMessage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    target: Json
    rule: Json
    event: str

    def call(self, arn: str, action: str) -> ServiceCall:
        return ServiceCall(
            service=_SERVICE, action=action, resource=arn, source=self.rule["Arn"]
        )


class RuleTargets:
    def __init__(self, denied: Denied) -> None:
        self._denied = denied
        self._attempt: ContextVar[Attempt] = ContextVar("attempt")
        self._invoke = eventbridge._invoke_target
        self._to_topic = eventbridge._dispatch_to_sns
        self._to_queue = eventbridge._dispatch_to_sqs

    def invoke(
        self, target: Json, event: Json, rule: Json, view: Emulated = None
    ) -> None:
        view = view or eventbridge._pattern_event_view(event)
        whole = json.dumps(view.event_with_detail())
        token = self._attempt.set(Attempt(target=target, rule=rule, event=whole))
        self._invoke(target, event, rule, view)
        self._attempt.reset(token)

    def to_topic(self, arn: str, payload: str) -> None:
        if self._let_in(arn, _PUBLISH, sns.topic_policy_for_arn(arn)):
            self._to_topic(arn, payload)

    def to_queue(self, arn: Emulated, payload: str, parameters: Json) -> None:
        if self._let_in(str(arn), _SEND, sqs.queue_policy_for_arn(str(arn))):
            self._to_queue(arn, payload, parameters)

    def _let_in(self, arn: str, action: str, found: Emulated) -> bool:
        attempt = self._attempt.get()
        if found is None:
            self._bury(attempt, "NO_RESOURCE", f"{arn} does not exist")
            return False
        allowed = self._denied.allows(found[0], attempt.call(arn, action))
        if not allowed:
            refused = f"User: {_SERVICE} is not authorized to perform: {action}"
            self._bury(attempt, "NO_PERMISSIONS", refused)
        return allowed

    def _bury(self, attempt: Attempt, code: str, text: str) -> None:
        # EventBridge retries neither of these errors.
        queue = attempt.target.get("DeadLetterConfig", {}).get("Arn", "")
        found = sqs.queue_policy_for_arn(queue) if queue else None
        if found and self._denied.allows(found[0], attempt.call(queue, _SEND)):
            self._to_queue(parse_arn(queue), attempt.event)
            letter = sqs._queue_by_arn(queue)["messages"][-1]
            letter["message_attributes"] = _why(attempt, code, text)


def _why(attempt: Attempt, code: str, text: str) -> Json:
    values = {
        "RULE_ARN": attempt.rule["Arn"],
        "TARGET_ARN": attempt.target["Arn"],
        "ERROR_CODE": code,
        "ERROR_MESSAGE": text,
    }
    return {n: {"DataType": "String", "StringValue": v} for n, v in values.items()}


def install(denied: Denied) -> None:
    targets = RuleTargets(denied)
    eventbridge._invoke_target = targets.invoke
    eventbridge._dispatch_to_sns = targets.to_topic
    eventbridge._dispatch_to_sqs = targets.to_queue
