"""A heartbeat: the schedule's own event, which goes an alert's way and is no news."""

from collections.abc import Mapping
from datetime import datetime

from chalice_app.domain.fields import text_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.record import unwrapped
from chalice_app.domain.trail_time import parse_instant
from chalice_app.domain.unreadable import UnreadableEventError

# What EventBridge itself writes; PutEvents takes no source that begins "aws.".
SOURCE, DETAIL_TYPE = "aws.events", "Scheduled Event"


def heartbeat_in(note: Mapping[str, str]) -> datetime | None:
    """Read when the schedule of this account beat; None if it is no heartbeat."""
    try:
        event, _ = unwrapped(parse_json(note["Message"]))
    except UnreadableEventError:
        return None
    # aws.events.event spells "detailType" where the event says "detail-type".
    kind = text_at(event, "detail-type") or text_at(event, "detailType")
    account = note["TopicArn"].split(":")[4]
    said = (text_at(event, "source"), kind, text_at(event, "account"))
    if said != (SOURCE, DETAIL_TYPE, account):
        return None
    return parse_instant(text_at(event, "time") or "")
