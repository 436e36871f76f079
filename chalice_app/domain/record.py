"""The record inside a document, however it was wrapped on its way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chalice_app.domain.fields import Fields, fields_at, text_at
from chalice_app.domain.partition import partition_of
from chalice_app.domain.unreadable import UnreadableEventError

_ACCOUNT = re.compile(r"[A-Za-z0-9]{1,32}")
_REGION = re.compile(r"[a-z0-9-]{1,32}")
# A CloudTrail log file, LookupEvents, and one of its entries.
_LISTS = {"Records", "Events", "CloudTrailEvent"}
_EVENT_ID = re.compile(r"[!-~]{1,256}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What EventBridge wrote around an event, and what CloudTrail or KMS wrote."""

    name: str
    envelope: Fields
    detail: Fields

    @property
    def account(self) -> str | None:
        return _first(
            _ACCOUNT,
            text_at(self.detail, "recipientAccountId"),
            text_at(self.envelope, "account"),
            text_at(self.detail, "userIdentity", "accountId"),
        )

    @property
    def region(self) -> str | None:
        return _first(
            _REGION,
            text_at(self.detail, "awsRegion"),
            text_at(self.envelope, "region"),
        )

    @property
    def partition(self) -> str:
        return partition_of(self.region)

    @property
    def event_id(self) -> str | None:
        """Return the id that AWS gave; an id is whole or it is none."""
        return _first(
            _EVENT_ID,
            text_at(self.detail, "eventID", limit=257),
            text_at(self.envelope, "id", limit=257),
        )

    @property
    def times(self) -> Iterator[str]:
        written = text_at(self.detail, "eventTime"), text_at(self.envelope, "time")
        return (text for text in written if text)


def record_in(document: object) -> Record:
    if not fields_at(document):
        raise UnreadableEventError("The document is not a JSON object with fields.")
    envelope, detail = unwrapped(document)
    name = text_at(detail, "eventName") or _native_name(envelope)
    if name is None and _LISTS & fields_at(document).keys():
        raise UnreadableEventError("The document lists events; Reprieve reads one.")
    if name is None:
        raise UnreadableEventError("The document names no event of AWS KMS.")
    record = Record(name=name, envelope=envelope, detail=detail)
    if _is_foreign(record):
        raise UnreadableEventError("The event does not come from AWS KMS.")
    return record


def unwrapped(document: object) -> tuple[Fields, Fields]:
    """Give the event of EventBridge, if there is one around it, and the record."""
    # A news document carries the EventBridge event as "event".
    event = fields_at(document, "event") or fields_at(document)
    if {"detail", "detail-type", "detailType"}.isdisjoint(event):
        return {}, event
    return event, fields_at(event, "detail")


def _native_name(envelope: Fields) -> str | None:
    # aws.events.event spells "detailType" where the event says "detail-type".
    name = text_at(envelope, "detail-type") or text_at(envelope, "detailType")
    return None if name and name.endswith(" via CloudTrail") else name


def _is_foreign(record: Record) -> bool:
    """Tell if another service is named; one left out is no reason for silence.

    Whoever may call PutEvents can write any detail, but no source that begins "aws.".
    """
    source = text_at(record.detail, "eventSource") or "kms.amazonaws.com"
    sent_by = text_at(record.envelope, "source") or "aws.kms"
    return not source.startswith("kms.amazonaws.com") or sent_by != "aws.kms"


def _first(shape: re.Pattern[str], *candidates: str | None) -> str | None:
    return next((text for text in candidates if text and shape.fullmatch(text)), None)
