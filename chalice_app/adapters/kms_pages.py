"""All keys of an account and Region, page by page, each described."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.adapters.aws_errors import trying_again
from chalice_app.adapters.kms_answers import code_of, date_of, reading_of, refused
from chalice_app.domain.key_page import FoundKey, KeyPage
from chalice_app.domain.subject import key_from_arn
from chalice_app.errors import KmsSilentError

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_kms.type_defs import ListKeysResponseTypeDef

# 500 DescribeKeys, one after the other, take a small part of the Lambda's five minutes.
PAGE = 500
_OLD_MARKER = "InvalidMarkerException"


class KmsPages:
    """`client` makes a KMS client for a Region, one that slows down when told to."""

    def __init__(self, client: Callable[[str], "KMSClient"]) -> None:
        self._client = client

    def page(self, region: str, marker: str | None) -> KeyPage | None:
        """Read one page, without the keys that AWS manages; None: the marker is old.

        Raises TryAgainError.
        """
        client = self._client(region)
        with trying_again("kms"):
            told = _listed(client, marker)
        if told is None:
            return None
        found = (_found(client, it["KeyArn"]) for it in told["Keys"])
        return KeyPage(
            read_at=date_of(told),
            keys=tuple(key for each in found for key in each),
            marker=told.get("NextMarker"),
        )


def _listed(
    client: "KMSClient", marker: str | None
) -> "ListKeysResponseTypeDef | None":
    try:
        if marker is None:
            return client.list_keys(Limit=PAGE)
        return client.list_keys(Limit=PAGE, Marker=marker)
    except ClientError as error:
        if code_of(error) == _OLD_MARKER:
            return None
        raise


def _found(client: "KMSClient", arn: str) -> Iterator[FoundKey]:
    """Describe a key; a refusal is a key that may not be read: nobody knows whose."""
    key = key_from_arn(arn)
    try:
        told = client.describe_key(KeyId=arn)
    except ClientError as error:
        read = refused(error)
        if read.passing:
            raise KmsSilentError(code_of(error)) from error
        yield FoundKey(key=key, reading=read, hidden=read.state is None)
    except BotoCoreError as error:
        raise KmsSilentError(type(error).__name__) from error
    else:
        about = told["KeyMetadata"]
        if about.get("KeyManager") != "AWS":
            imported = about.get("Origin") == "EXTERNAL"
            yield FoundKey(key=key, reading=reading_of(told), imported=imported)
