"""Wraps a CloudTrail record as EventBridge does."""

from collections.abc import Mapping
from typing import cast

_DETAIL_TYPES = {"AwsServiceEvent": "AWS Service Event via CloudTrail"}


def envelope(document: Mapping[str, object]) -> Mapping[str, object]:
    """Give the EventBridge event of a record, a news document, or an event itself."""
    if "detail-type" in document:
        return document
    if isinstance(document.get("event"), Mapping):
        return cast("Mapping[str, object]", document["event"])
    # A record that names no service is one of KMS, as for whoever reads it.
    service = str(document.get("eventSource") or "kms").partition(".")[0]
    kind = _DETAIL_TYPES.get(
        str(document.get("eventType")), "AWS API Call via CloudTrail"
    )
    return {
        "version": "0",
        "id": document.get("eventID"),
        "detail-type": kind,
        "source": f"aws.{service}",
        "account": document.get("recipientAccountId"),
        "time": document.get("eventTime"),
        "region": document.get("awsRegion"),
        "resources": [],
        "detail": document,
    }
