"""A drill: a test alert that goes the whole way and is about no key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chalice_app.domain.case_parts import Place
from chalice_app.domain.fields import text_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.record import unwrapped
from chalice_app.domain.trail_time import parse_instant
from chalice_app.domain.unreadable import UnreadableEventError

# As the pattern of the rule `Drill` in infra/pipeline.yaml.
SOURCE = "reprieve.drill"
DETAIL_TYPE = "Reprieve drill"

# EventBridge gives every event such an id; an id of a case has no hyphens.
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillNews:
    """A drill as the topic carries it; nothing that its sender typed is taken over."""

    id: str
    event_at: datetime  # EventBridge's, in whole seconds
    news_at: datetime  # SNS's


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillPress:
    """The first press of somebody who may press."""

    user: str
    pressed_at: datetime  # Slack's, in whole seconds
    queued_at: datetime
    received_at: datetime
    done_at: datetime  # the table's, in whole seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    news: DrillNews
    began_at: datetime  # the table's, in whole seconds
    place: Place | None = None
    press: DrillPress | None = None

    @property
    def id(self) -> str:
        return self.news.id


def drill_in(note: Mapping[str, str]) -> DrillNews | None:
    """Read what SNS delivered; None for whatever is no drill of the topic's account."""
    try:
        event, _ = unwrapped(parse_json(note["Message"]))
    except UnreadableEventError:
        return None
    number, time = text_at(event, "id") or "", text_at(event, "time") or ""
    event_at = parse_instant(time)
    account = note["TopicArn"].split(":")[4]
    ours = (text_at(event, "source"), text_at(event, "account")) == (SOURCE, account)
    if not ours or event_at is None or not _ID.fullmatch(number):
        return None
    news_at = datetime.fromisoformat(note["Timestamp"])
    return DrillNews(id=number, event_at=event_at, news_at=news_at)
