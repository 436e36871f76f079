"""Whether anybody is mailed: confirmed subscriptions, and what their filter lets by."""

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from chalice_app.domain.watcher.finding import Finding, ok, warning, wrong

Subscription = Mapping[str, Any]
_WANTED = ("scheduled", "disabled", "lost")
_ALL = (*_WANTED, "drill", "watcher")  # as EmailNews in infra/pipeline.yaml
_FILTER = json.dumps(
    {
        "FilterPolicyScope": "MessageBody",
        "FilterPolicy": json.dumps({"news": _ALL}),
    }
)


def subscribing(topic: str, email: str, *, news: bool) -> str:
    """Give the command that asks an address to confirm, as the stack would."""
    command = (
        f"aws sns subscribe --topic-arn {topic} --protocol email "
        f"--notification-endpoint {shlex.quote(email)}"
    )
    return f"{command} --attributes {shlex.quote(_FILTER)}" if news else command


def mails(subscriptions: Iterable[Subscription]) -> list[Subscription]:
    return [it for it in subscriptions if it["Protocol"] in {"email", "email-json"}]


def confirmed(subscription: Subscription) -> bool:
    """Tell by the ARN: SNS writes a word in its place until then, and after the end."""
    return str(subscription["SubscriptionArn"]).startswith("arn:")


def judged_emails(
    topic: str, subscriptions: Iterable[Subscription], email: str, *, news: bool
) -> Iterator[Finding]:
    found = mails(subscriptions)
    asked = [it for it in found if it["SubscriptionArn"] == "PendingConfirmation"]
    reached = sorted(it["Endpoint"] for it in found if confirmed(it))
    for each in asked:
        again = subscribing(topic, each["Endpoint"], news=news)
        yield wrong("email_pending", topic=topic, email=each["Endpoint"], again=again)
    if email and email not in {*reached, *(it["Endpoint"] for it in asked)}:
        again = subscribing(topic, email, news=news)
        yield wrong("email_missing", topic=topic, email=email, again=again)
    if reached:
        yield ok("email_confirmed", topic=topic, emails=", ".join(reached))
    elif not asked and not email:
        yield warning("email_nobody", topic=topic)


def judged_filter(email: str, attributes: Mapping[str, str]) -> Iterator[Finding]:
    """Judge what one confirmed address gets of the news."""
    if not attributes.get("FilterPolicy"):
        return
    scope = attributes.get("FilterPolicyScope", "MessageAttributes")
    if scope != "MessageBody":
        yield wrong("email_filter_scope", email=email, scope=scope)
        return
    kinds = json.loads(attributes["FilterPolicy"]).get("news", [])
    missing = sorted(set(_WANTED) - {str(it) for it in kinds})
    if missing:
        yield warning("email_filter", email=email, kinds=", ".join(missing))
