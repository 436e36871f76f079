"""E-mail: what SNS would have sent, kept where it can be read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ministack.services import sns

from infra.sandbox.aws.clock import Clock, iso
from infra.sandbox.aws.shapes import Json

# SNS writes this where the publisher gives no subject; EventBridge never gives one, the emulator does.
NO_SUBJECT = "AWS Notification Message"
_EMULATORS_SUBJECT = "EventBridge Notification"


@dataclass(slots=True)
class Mailbox:
    clock: Clock
    mails: list[Json] = field(default_factory=list)

    def post(self, subscription: Json, subject: str, body: str) -> None:
        self.mails.append(
            {
                "to": subscription["endpoint"],
                "subject": subject or NO_SUBJECT,
                "body": body,
                "topic": subscription["topic_arn"],
                "at": iso(self.clock.now()),
            },
        )


def install(mailbox: Mailbox) -> None:
    sns._fanout = with_mail(mailbox, sns._fanout)


def with_mail(mailbox: Mailbox, emulator: Callable[..., None]) -> Callable[..., None]:
    def fanout(
        topic: str,
        message_id: str,
        message: str,
        subject: str,
        *rest: Any,
        **named: Any,
    ) -> None:  # noqa: ANN401
        subject = "" if subject == _EMULATORS_SUBJECT else subject
        structure, attributes = (*rest, "", None)[:2]
        for subscription in _by_mail(topic):
            text = sns._resolve_message_for_protocol(message, structure, "email")
            if sns._matches_filter_policy(subscription, attributes or {}, text):
                mailbox.post(subscription, subject, text)
        emulator(topic, message_id, message, subject, *rest, **named)

    return fanout


def _by_mail(topic: str) -> list[Json]:
    found = sns._topic_by_arn_any_scope(topic) or {"subscriptions": []}
    return [
        s for s in found["subscriptions"] if s["protocol"] == "email" and s["confirmed"]
    ]
