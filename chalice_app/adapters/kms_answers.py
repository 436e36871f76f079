"""What an answer of KMS says beside its content: the error, and when it was given."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from botocore.exceptions import ClientError

from chalice_app.errors import KmsSilentError

# Errors of the moment; each may also come after the change took effect.
_PASSING = {
    "DependencyTimeoutException",
    "KMSInternalException",
    "InternalFailure",
    "RequestLimitExceeded",
    "ServiceUnavailable",
    "Throttling",
    "ThrottlingException",
}
_SERVER_ERROR = 500


def passes(error: ClientError) -> bool:
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    return code_of(error) in _PASSING or status >= _SERVER_ERROR


def code_of(error: ClientError) -> str:
    return error.response["Error"]["Code"]


def date_of(answer: Mapping[str, Any]) -> datetime:
    """Take the time from KMS's own Date header: the worker asks no clock."""
    headers = answer["ResponseMetadata"]["HTTPHeaders"]
    if "date" not in headers:  # not KMS has answered, but something before it
        raise KmsSilentError("NoDate")
    return parsedate_to_datetime(headers["date"])
