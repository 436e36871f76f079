"""One answer of LookupEvents: what it refuses, which events it finds, and its token."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from infra.sandbox.aws.shapes import Json, Refusal

_MOST = 50
_ATTRIBUTES = Refusal(
    code="InvalidLookupAttributesException",
    text="Lookup attributes are one attribute that events can be looked up by.",
)
_RANGE = Refusal(
    code="InvalidTimeRangeException", text="The start time is after the end time."
)
_RESULTS = Refusal(
    code="InvalidMaxResultsException", text=f"MaxResults is 1 to {_MOST}."
)
_TOKEN = Refusal(
    code="InvalidNextTokenException",
    text="The token is not valid, or was given for another request.",
)
_FOUND_BY: Mapping[str, Callable[[Json], set[str]]] = {
    "AccessKeyId": lambda it: {it["userIdentity"].get("accessKeyId", "")},
    "EventId": lambda it: {it["eventID"]},
    "EventName": lambda it: {it["eventName"]},
    "EventSource": lambda it: {it["eventSource"]},
    "ReadOnly": lambda it: {"true" if it["readOnly"] else "false"},
    "ResourceName": lambda it: {each["ARN"] for each in _resources(it)},
    "ResourceType": lambda it: {each["type"] for each in _resources(it)},
    "Username": lambda it: {_user(it)},
}


def page(records: Sequence[Json], request: Json) -> Json | Refusal:
    """Answer a request from the records of one account and Region."""
    most = request.get("MaxResults", _MOST)
    if not 1 <= most <= _MOST:
        return _RESULTS
    keys = [it["AttributeKey"] for it in request.get("LookupAttributes", [])]
    if len(keys) > 1 or not _FOUND_BY.keys() >= set(keys):
        return _ATTRIBUTES
    if request.get("StartTime", 0) > request.get("EndTime", float("inf")):
        return _RANGE
    found = [it for it in _newest_first(records) if _fits(it, request)]
    return _from(found, request, most)


def moment(record: Json) -> float:
    return datetime.fromisoformat(record["eventTime"]).timestamp()


def _from(found: Sequence[Json], request: Json, most: int) -> Json | Refusal:
    tokens = {_token(it, request): index for index, it in enumerate(found)}
    token = request.get("NextToken")
    if token is not None and token not in tokens:
        return _TOKEN
    first = tokens[token] if token else 0
    events = [_event(it) for it in found[first : first + most]]
    if len(found) <= first + most:
        return {"Events": events}
    return {"Events": events, "NextToken": _token(found[first + most], request)}


def _token(first: Json, request: Json) -> str:
    """Name the first event of a page, for this request alone."""
    asked = {name: it for name, it in request.items() if name != "NextToken"}
    text = json.dumps([asked, first["eventID"]], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _newest_first(records: Sequence[Json]) -> list[Json]:
    return sorted(records, key=moment)[::-1]


def _fits(record: Json, request: Json) -> bool:
    wanted = request.get("LookupAttributes", [])
    since, until = request.get("StartTime", 0), request.get("EndTime", float("inf"))
    return since <= moment(record) <= until and all(
        it["AttributeValue"] in _FOUND_BY[it["AttributeKey"]](record) for it in wanted
    )


def _event(record: Json) -> Json:
    named = {"AccessKeyId": record["userIdentity"].get("accessKeyId")}
    return {
        "EventId": record["eventID"],
        "EventName": record["eventName"],
        "ReadOnly": "true" if record["readOnly"] else "false",
        "EventTime": moment(record),
        "EventSource": record["eventSource"],
        "Username": _user(record),
        "Resources": [
            {"ResourceType": it["type"], "ResourceName": it["ARN"]}
            for it in _resources(record)
        ],
        "CloudTrailEvent": json.dumps(record),
        **{name: it for name, it in named.items() if it},
    }


def _resources(record: Json) -> list[Json]:
    found: list[Json] = record.get("resources", [])
    return found


def _user(record: Json) -> str:
    """Give a user's name, or a session's."""
    return str(record["userIdentity"].get("arn", "")).rpartition("/")[2]
