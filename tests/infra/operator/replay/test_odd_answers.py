"""What CloudTrail may answer beside whole pages of whole records."""

from datetime import timedelta
from typing import Any

from infra.operator.replay.event_history import EventHistory
from infra.operator.replay.pace import Pace
from infra.operator.replay.reading import Reading
from infra.operator.replay.sources import Source, of_history
from infra.sandbox.aws.shapes import REGION
from tests.fakes.places import NOON

EVENT = {
    "EventName": "DisableKey",
    "EventSource": "kms.amazonaws.com",
    "EventTime": NOON,
}


class Answers:
    """Answers as it is told, one page after the other."""

    def __init__(self, *pages: dict[str, Any]) -> None:
        self.pages = list(pages)

    def lookup_events(self, **_asked: object) -> dict[str, Any]:
        return self.pages.pop(0)


def read(*pages: dict[str, Any]) -> Source:
    first = Reading(region=REGION, since=NOON - timedelta(days=1))
    pace = Pace(now=lambda: 0.0, sleep=lambda _seconds: None)
    history = EventHistory(Answers(*pages), pace)
    return of_history(history, first, None, lambda _share: None)


def test_an_event_whose_text_cannot_be_read_is_counted() -> None:
    texts = ("{", "[" * 100_000, '{"eventName": "Dis')

    events = [{**EVENT, "CloudTrailEvent": text} for text in texts]

    assert read({"Events": events}).heard.unread == len(texts)


def test_an_empty_page_is_not_the_last_one_while_it_has_a_token() -> None:
    event = {**EVENT, "CloudTrailEvent": "{"}

    source = read({"Events": [], "NextToken": "more"}, {"Events": [event]})

    assert source.heard.unread == 1
