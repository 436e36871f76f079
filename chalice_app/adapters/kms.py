"""KMS over boto3: two calls that change a key, and those that read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.adapters.aws_errors import trying_again
from chalice_app.adapters.kms_answers import code_of, date_of, passes
from chalice_app.adapters.kms_before import look_around
from chalice_app.domain.before import Before
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import Subject, key_from_arn
from chalice_app.errors import KmsRefusedError, KmsSilentError

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_kms.type_defs import DescribeKeyResponseTypeDef

_STATES: Mapping[str, KeyState] = MappingProxyType({it.value: it for it in KeyState})
_GONE = "NotFoundException"
_METHODS: Mapping[Call, str] = MappingProxyType(
    {Call.CANCEL: "cancel_key_deletion", Call.ENABLE: "enable_key"}
)


class Kms:
    """`client` makes a KMS client for a Region: a key is asked where it lives."""

    def __init__(self, client: Callable[[str], "KMSClient"]) -> None:
        self._client = client

    def call(self, call: Call, key: Subject) -> None:
        """Change a key; raise KmsRefusedError, or KmsSilentError if nobody knows."""
        try:
            change = getattr(self._client(key.region or ""), _METHODS[call])
            change(KeyId=key.arn)
        except ClientError as error:
            code, said = code_of(error), error.response["Error"].get("Message", "")
            if passes(error):
                raise KmsSilentError(code) from error
            raise KmsRefusedError(code, said) from error
        except BotoCoreError as error:
            raise KmsSilentError(type(error).__name__) from error

    def read(self, key: Subject) -> KeyReading:
        """Ask for state and aliases; a refusal is a reading without a state.

        So is a state that AWS has added since: the alert goes out and names it.

        Raises KmsSilentError where there is not even an answer with a date.
        """
        try:
            client = self._client(key.region or "")
            told = client.describe_key(KeyId=key.arn or key.id)
        except ClientError as error:
            return _refused(error)
        except BotoCoreError as error:
            raise KmsSilentError(type(error).__name__) from error
        return replace(_reading(told), aliases=_aliases(client, key))

    def look_around(self, key: Subject) -> Before:
        """Read policy, grants and aliases; raise KmsSilentError where it fails now."""
        client = self._client(key.region or "")
        return replace(look_around(client, key), aliases=_aliases(client, key))

    def customer_keys(self, region: str) -> Iterator[tuple[Subject, KeyReading]]:
        """Read every key of the account and Region but those that AWS manages.

        A key that may not be described is a reading without a state: nobody knows
        whose it is. Raises TryAgainError.
        """
        client = self._client(region)
        with trying_again("kms"):
            pages = list(client.get_paginator("list_keys").paginate())
        for arn in (it["KeyArn"] for page in pages for it in page["Keys"]):
            try:
                told = client.describe_key(KeyId=arn)
            except ClientError as error:
                yield key_from_arn(arn), _refused(error)
                continue
            except BotoCoreError as error:
                raise KmsSilentError(type(error).__name__) from error
            if told["KeyMetadata"].get("KeyManager") != "AWS":
                yield key_from_arn(arn), _reading(told)


def _reading(told: "DescribeKeyResponseTypeDef") -> KeyReading:
    found = told["KeyMetadata"]
    state = _STATES.get(found["KeyState"])
    return KeyReading(
        read_at=date_of(told),
        state=state,
        refusal=None if state else found["KeyState"],
        deletion_date=found.get("DeletionDate"),
    )


def _aliases(client: "KMSClient", key: Subject) -> tuple[str, ...] | None:
    pages = client.get_paginator("list_aliases").paginate(KeyId=key.arn or key.id)
    try:
        found = [it["AliasName"] for page in pages for it in page["Aliases"]]
    except (ClientError, BotoCoreError):
        return None  # a name is a comfort; the alert does not wait for it
    return tuple(sorted(found))


def _refused(error: ClientError) -> KeyReading:
    code, at = code_of(error), date_of(error.response)
    if code == _GONE:
        return KeyReading(read_at=at, state=KeyState.GONE)
    return KeyReading(read_at=at, refusal=code, passing=passes(error))
