"""boto3 clients for the sandbox; AWS's models, which they share, are read once."""

from functools import cache
from threading import Lock

import boto3
from botocore.config import Config

from infra.sandbox.aws.credentials import Identity
from infra.sandbox.aws.shapes import Client

_ONCE = Config(retries={"total_max_attempts": 1}, proxies={})
# Clients may be used by many threads; what makes them may not.
_ONE_AFTER_THE_OTHER = Lock()


def client(endpoint: str, service: str, identity: Identity, region: str) -> Client:
    session: Client = _session()
    with _ONE_AFTER_THE_OTHER:
        return session.client(
            service,
            region_name=region,
            endpoint_url=endpoint,
            aws_access_key_id=identity.access_key,
            aws_secret_access_key=identity.secret_key,
            aws_session_token=identity.token or None,
            config=_ONCE,
        )


@cache
def _session() -> boto3.Session:
    return boto3.Session()
