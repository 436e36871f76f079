"""KMS over boto3: two calls that change a key, and those that read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.adapters.kms_answers import code_of, passes, reading_of, refused
from chalice_app.adapters.kms_before import look_around
from chalice_app.domain.before import Before
from chalice_app.domain.key import KeyReading
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import Subject
from chalice_app.errors import KmsRefusedError, KmsSilentError

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

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
            return refused(error)
        except BotoCoreError as error:
            raise KmsSilentError(type(error).__name__) from error
        return replace(reading_of(told), aliases=_aliases(client, key))

    def look_around(self, key: Subject) -> Before:
        """Read policy, grants and aliases; raise KmsSilentError where it fails now."""
        client = self._client(key.region or "")
        return replace(look_around(client, key), aliases=_aliases(client, key))


def _aliases(client: "KMSClient", key: Subject) -> tuple[str, ...] | None:
    pages = client.get_paginator("list_aliases").paginate(KeyId=key.arn or key.id)
    try:
        found = [it["AliasName"] for page in pages for it in page["Aliases"]]
    except (ClientError, BotoCoreError):
        return None  # a name is a comfort; the alert does not wait for it
    return tuple(sorted(found))
