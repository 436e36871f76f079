"""The set-up of a key, read from KMS; what it refuses to show is noted."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.adapters.kms_answers import code_of, date_of, passes
from chalice_app.domain.before import Before
from chalice_app.domain.subject import Subject
from chalice_app.errors import KmsSilentError

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

Json = Mapping[str, Any]
_GRANTS_MOST = 100  # some 400 characters each; an item of the table takes 400 KB


def look_around(client: "KMSClient", key: Subject) -> Before:
    """Read policy and grants; raise KmsSilentError for an error of the moment."""
    name = key.arn or key.id
    policy = _answer(lambda: client.get_key_policy(KeyId=name))
    grants = _answer(lambda: client.list_grants(KeyId=name, Limit=_GRANTS_MOST))
    return Before(
        read_at=date_of(policy),
        policy=policy.get("Policy"),
        policy_refusal=_refusal(policy),
        grants=tuple(_text(it) for it in grants.get("Grants", ())),
        more_grants=grants.get("Truncated", False),
        grants_refusal=_refusal(grants),
    )


def _answer(ask: Callable[[], Json]) -> Json:
    """Give the answer of KMS, be it a refusal."""
    try:
        return ask()
    except ClientError as error:
        if passes(error):
            raise KmsSilentError(code_of(error)) from error
        return error.response
    except BotoCoreError as error:
        raise KmsSilentError(type(error).__name__) from error


def _refusal(answer: Json) -> str | None:
    return answer["Error"]["Code"] if "Error" in answer else None


def _text(grant: Json) -> str:
    return json.dumps(grant, default=str, sort_keys=True)
