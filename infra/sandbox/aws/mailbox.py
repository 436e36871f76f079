"""E-mail: what SNS would have sent, kept where it can be read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ministack.services import sns

from infra.sandbox.aws.clock import Clock, iso
from infra.sandbox.aws.shapes import Emulated, Json

# SNS writes this for want of a subject; EventBridge gives none, the emulator does.
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
            }
        )


def install(mailbox: Mailbox) -> None:
    sns._fanout = _with_mail(mailbox, sns._fanout)


def _with_mail(mailbox: Mailbox, emulator: Callable[..., None]) -> Callable[..., None]:
    def fanout(
        topic: str, mail_id: str, text: str, subject: str, *rest: Emulated, **named: str
    ) -> None:
        subject = "" if subject == _EMULATORS_SUBJECT else subject
        structure, attributes = (*rest, "", None)[:2]
        body = sns._resolve_message_for_protocol(text, structure, "email")
        for subscription in _by_mail(topic):
            if sns._matches_filter_policy(subscription, attributes or {}, body):
                mailbox.post(subscription, subject, body)
        emulator(topic, mail_id, text, subject, *rest, **named)

    return fanout


def _by_mail(topic: str) -> list[Json]:
    found = sns._topic_by_arn_any_scope(topic) or {"subscriptions": []}
    return [s for s in found["subscriptions"] if s["protocol"] == "email"]
