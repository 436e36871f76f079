"""What an answer of KMS says: a key's state, an error, and when it was given."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.errors import KmsSilentError

if TYPE_CHECKING:
    from mypy_boto3_kms.type_defs import DescribeKeyResponseTypeDef

_STATES: Mapping[str, KeyState] = MappingProxyType({it.value: it for it in KeyState})
_GONE = "NotFoundException"

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


def reading_of(told: "DescribeKeyResponseTypeDef") -> KeyReading:
    found = told["KeyMetadata"]
    state = _STATES.get(found["KeyState"])
    return KeyReading(
        read_at=date_of(told),
        state=state,
        refusal=None if state else found["KeyState"],
        deletion_date=found.get("DeletionDate"),
    )


def refused(error: ClientError) -> KeyReading:
    code, at = code_of(error), date_of(error.response)
    if code == _GONE:
        return KeyReading(read_at=at, state=KeyState.GONE)
    return KeyReading(read_at=at, refusal=code, passing=passes(error))
