"""SNS to Lambda as AWS does it: with permission, retries, every field, and dead letters."""

import json
from collections.abc import Callable

from ministack.services import lambda_svc, sns

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Json

SERVICE = "sns.amazonaws.com"
Deliver = Callable[..., None]


def install(denied: Denied) -> None:
    # Chalice waits five seconds for each function that is not active at once.
    lambda_svc._LAMBDA_STATE_TRANSITION_DELAY = 0
    sns._deliver_to_lambda = delivery(denied)


def delivery(denied: Denied) -> Deliver:
    def deliver(
        function: str, envelope: str, topic: str, subscription: str, *_rest: object
    ) -> None:
        record, config, _name = lambda_svc._get_func_record_for_ref(function)
        call = ServiceCall(
            service=SERVICE,
            action="lambda:InvokeFunction",
            resource=function,
            source=topic,
        )
        if record and denied.allows(record.get("policy"), call):
            target = lambda_svc._execution_record_for_config(record, config)
            lambda_svc.invoke_async_with_retry(
                target, lambda_event(envelope, subscription)
            )
        else:
            _dead_letter(envelope, topic, subscription)

    return deliver


def lambda_event(envelope: str, subscription: str) -> Json:
    """Lambda gets every field, also the empty ones, which the emulator leaves out."""
    note = {"Subject": None, "MessageAttributes": {}, **json.loads(envelope)}
    for url in ("SigningCertURL", "UnsubscribeURL"):
        note[url.removesuffix("URL") + "Url"] = note.pop(url, "")
    return {
        "Records": [
            {
                "EventSource": "aws:sns",
                "EventVersion": "1.0",
                "EventSubscriptionArn": subscription,
                "Sns": note,
            },
        ],
    }


def _dead_letter(envelope: str, topic: str, subscription: str) -> None:
    found = sns._find_subscription(topic, subscription) or {"attributes": {}}
    redrive = json.loads(found["attributes"].get("RedrivePolicy") or "{}")
    if redrive:
        sns._deliver_to_sqs(
            redrive["deadLetterTargetArn"], envelope, True, envelope, topic_arn=topic
        )  # noqa: FBT003
