"""Tries a dead letter again, as its sender did; a press is never tried again."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, cast

from infra.dead_letters.kind import Kind
from infra.dead_letters.letter import REDRIVEN, Letter
from infra.news_document import render
from infra.template import TEMPLATE

Json = Mapping[str, Any]
# What SNS gives a function of a notification, by the same names.
_OF_NOTE = ("Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp")


class Sender(Protocol):
    def publish(self, message: str) -> None: ...

    def invoke(self, function: str, payload: Json) -> None: ...

    def remove(self, letter: Letter) -> None: ...


def redrive(letter: Letter, sender: Sender) -> bool:
    """Send it and then take it out; False if it is of a kind that is only shown.

    The event's id folds what arrives twice, so a letter may be sent once too often.
    """
    if letter.kind not in REDRIVEN:
        return False
    _WAYS[letter.kind](cast("Json", letter.content), sender)
    sender.remove(letter)
    return True


def _to_topic(event: Json, sender: Sender) -> None:
    """Write the news as the rule would have: nobody has got this, by e-mail either."""
    news = render(TEMPLATE.read_text(encoding="utf-8"), event)
    sender.publish(news.body if news else json.dumps(event))


def _to_alerts(note: Json, sender: Sender) -> None:
    """Go past the topic, whose e-mail has been sent."""
    given = {name: note.get(name) for name in _OF_NOTE}
    record = {"EventSource": "aws:sns", "EventVersion": "1.0", "Sns": given}
    sender.invoke("alerts", {"Records": [record]})


_WAYS: Mapping[Kind, Callable[[Json, Sender], None]] = MappingProxyType(
    {
        Kind.RULE: _to_topic,
        Kind.TOPIC: _to_alerts,
        Kind.ALERTS: lambda it, to: to.invoke("alerts", it["requestPayload"]),
        Kind.SWEEP: lambda it, to: to.invoke("sweep", it["requestPayload"]),
    }
)
