"""SNS to Lambda with permission, retries, every field, and dead letters."""

import json
import threading
from collections.abc import Callable
from types import SimpleNamespace

from ministack.services import lambda_svc, sns

from infra.sandbox.aws.service_policies import Denied, ServiceCall
from infra.sandbox.aws.shapes import Json

_SERVICE = "sns.amazonaws.com"


class UntilAccepted(threading.Thread):
    """Ends before its starter goes on, so that a message is never nowhere.

    SNS keeps a message until Lambda has accepted it; the emulator's threads do not, and
    a kill between the topic and Lambda would lose it.
    """

    def start(self) -> None:
        super().start()
        self.join()


def install(denied: Denied) -> None:
    sns._threading = SimpleNamespace(Thread=UntilAccepted)
    # Chalice waits five seconds for each function that is not active at once.
    lambda_svc._LAMBDA_STATE_TRANSITION_DELAY = 0
    sns._deliver_to_lambda = _delivery(denied)


def _delivery(denied: Denied) -> Callable[..., None]:
    def deliver(
        function: str, envelope: str, topic: str, subscription: str, *_rest: object
    ) -> None:
        record, config, _name = lambda_svc._get_func_record_for_ref(function)
        if record and denied.allows(record["policy"], _call(function, topic)):
            target = lambda_svc._execution_record_for_config(record, config)
            event = lambda_event(envelope, subscription)
            lambda_svc.invoke_async_with_retry(target, event)
        else:
            _bury(envelope, topic, subscription)

    return deliver


def _call(function: str, topic: str) -> ServiceCall:
    return ServiceCall(
        service=_SERVICE,
        action="lambda:InvokeFunction",
        resource=function,
        source=topic,
    )


def lambda_event(envelope: str, subscription: str) -> Json:
    # Lambda gets every field, also the empty ones, which the emulator leaves out.
    note = {"Subject": None, "MessageAttributes": {}, **json.loads(envelope)}
    note["SigningCertUrl"] = note.pop("SigningCertURL", "")
    note["UnsubscribeUrl"] = note.pop("UnsubscribeURL", "")
    record = {
        "EventSource": "aws:sns",
        "EventVersion": "1.0",
        "EventSubscriptionArn": subscription,
        "Sns": note,
    }
    return {"Records": [record]}


def _bury(envelope: str, topic: str, subscription: str) -> None:
    found = sns._find_subscription(topic, subscription) or {"attributes": {}}
    redrive = json.loads(found["attributes"].get("RedrivePolicy") or "{}")
    queue = redrive.get("deadLetterTargetArn")
    if queue:
        raw = True
        sns._deliver_to_sqs(queue, envelope, raw, envelope, topic_arn=topic)
