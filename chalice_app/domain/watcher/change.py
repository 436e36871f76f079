"""A call that changed a part of Reprieve, or a trail, as CloudTrail records it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from chalice_app.domain.actor import actor_in
from chalice_app.domain.fields import Fields, fields_at, text_at, value_at
from chalice_app.domain.json_text import parse_json
from chalice_app.domain.record import unwrapped
from chalice_app.domain.trail_time import parse_instant
from chalice_app.domain.unreadable import UnreadableEventError

# What stops working after a call of the rule `Silenced` in infra/pipeline.yaml.
SILENCES: Mapping[str, str] = MappingProxyType(
    {
        "StopLogging": "trail",
        "DeleteTrail": "trail",
        "UpdateTrail": "trail",
        "PutEventSelectors": "trail",
        "DisableRule": "rule",
        "DeleteRule": "rule",
        "RemoveTargets": "rule",
        "DeleteTopic": "topic",
        "SetTopicAttributes": "topic",
        "Unsubscribe": "subscription",
        "DeleteTable": "table",
        "DeleteQueue": "queue",
        "PurgeQueue": "queue",
        "DeleteSecret": "secret",
        "DeleteFunction": "function",
        "PutFunctionConcurrency": "function",
    }
)
# The calls of the rule `Upkeep`.
UPKEEP = frozenset(
    {
        *("PutRule", "PutTargets", "Subscribe", "SetSubscriptionAttributes"),
        *("SetQueueAttributes", "PutSecretValue", "UpdateFunctionCode"),
        "UpdateFunctionConfiguration",
    }
)
# The parameters by which the services name what a call is about.
_NAMES = (
    *("name", "rule", "trailName", "topicArn", "subscriptionArn"),
    *("functionName", "tableName", "queueUrl", "secretId"),
)
# Lambda's event names end in the version of its API, such as 20150331v2.
_VERSION = re.compile(r"20\d{6}(v\d+)?$")
_SENDER = re.compile(r"aws\.(?!kms$)[a-z0-9-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`principal` is who called, as AWS identifies them; `who` is for people."""

    id: str
    name: str
    part: str
    principal: str
    who: str
    at: datetime
    reserved: int | None = None  # the concurrency that the call left to a function

    @property
    def silences(self) -> str | None:
        """Name the kind of part that works no more, if this is such a call."""
        if self.name == "PutFunctionConcurrency" and self.reserved != 0:
            return None
        return SILENCES.get(self.name)


def change_in(note: Mapping[str, str]) -> Change | None:
    """Read what SNS delivered; None for what is no such call in the topic's account.

    Whoever may call PutEvents can write any detail, but no source that begins "aws.".
    """
    try:
        event, detail = unwrapped(parse_json(note["Message"]))
    except UnreadableEventError:
        return None
    account = note["TopicArn"].split(":")[4]
    if not of_a_service(event) or text_at(event, "account") != account:
        return None
    return _change(detail)


def of_a_service(event: Fields) -> bool:
    """Tell if an AWS service other than KMS has sent an event, by its envelope."""
    return _SENDER.fullmatch(text_at(event, "source") or "") is not None


def _change(detail: Fields) -> Change | None:
    number, name = text_at(detail, "eventID"), text_at(detail, "eventName")
    at, actor = parse_instant(text_at(detail, "eventTime") or ""), actor_in(detail)
    name = _VERSION.sub("", name or "")
    if not number or at is None or name not in {*SILENCES, *UPKEEP}:
        return None
    reserved = value_at(detail, "requestParameters", "reservedConcurrentExecutions")
    return Change(
        id=number,
        name=name,
        part=_part(fields_at(detail, "requestParameters")),
        principal=(actor and (actor.arn or actor.name)) or "-",
        who=actor.name if actor else "-",
        at=at,
        reserved=reserved if isinstance(reserved, int) else None,
    )


def _part(parameters: Fields) -> str:
    """Name what was changed, as short as people call it: no ARN and no address."""
    found = (text_at(parameters, it, limit=2048) for it in _NAMES)
    name = next(filter(None, found), "-")
    if name.startswith("arn:"):
        return name.split(":", 5)[-1].removeprefix("function:")
    return name.rpartition("/")[2] if "://" in name else name
