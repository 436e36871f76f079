"""The sandbox's AWS as a context manager, with clients for it and a look behind it."""

import json
import os
from types import TracebackType
from typing import Self

import boto3
import urllib3
from botocore.config import Config

from infra.sandbox.aws import people, process
from infra.sandbox.aws.credentials import ROOT, Identity, environment
from infra.sandbox.aws.shapes import REGION, Client, Json

_ONCE = Config(retries={"total_max_attempts": 1}, proxies={})


class SandboxRefusedError(Exception):
    """The sandbox could not do what was asked of it."""


class LocalAws:
    def __init__(self) -> None:
        self._server: process.Server | None = None

    def __enter__(self) -> Self:
        self._server = process.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._server:
            self._server.stop()
        self._server = None

    @property
    def endpoint(self) -> str:
        if self._server is None:
            raise process.NotStartedError("LocalAws runs inside its `with` block only.")
        return self._server.endpoint

    def client(
        self, service: str, identity: Identity = ROOT, region: str = REGION
    ) -> Client:
        session: Client = boto3.Session(
            aws_access_key_id=identity.access_key,
            aws_secret_access_key=identity.secret_key,
            aws_session_token=identity.token or None,
            region_name=region,
        )
        return session.client(service, endpoint_url=self.endpoint, config=_ONCE)

    def environment(self, identity: Identity = ROOT) -> dict[str, str]:
        """Give a subprocess this AWS and no other."""
        return environment(self.endpoint, identity, os.environ)

    def assume(self, role: str, session: str, policy: people.Policy) -> Identity:
        people.make_role(self.client("iam"), role, policy)
        return people.assume_role(self.client("sts"), role, session)

    def user(self, name: str, policy: people.Policy, path: str = "/") -> Identity:
        return people.make_user(self.client("iam"), name, policy, path)

    def mailbox(self) -> list[Json]:
        mails: list[Json] = self._ask("GET", "mailbox")
        return mails

    def trail(self) -> list[Json]:
        records: list[Json] = self._ask("GET", "trail")
        return records

    def denied(self) -> list[str]:
        sentences: list[str] = self._ask("GET", "denied")
        return sentences

    def emit(self, event: Json) -> None:
        self._ask("POST", "emit", **event)

    def advance(self, days: float) -> None:
        self._ask("POST", "advance", days=days)

    def set_state(self, key_id: str, state: str, manager: str = "CUSTOMER") -> None:
        self._ask("POST", "set-state", key_id=key_id, state=state, manager=manager)

    def reset(self) -> None:
        self._ask("POST", "reset")

    def _ask(self, method: str, what: str, **body: object) -> Client:
        url = f"{self.endpoint}/_sandbox/{what}"
        answer = urllib3.PoolManager().request(method, url, body=json.dumps(body))
        document = answer.json()
        if "error" in document:
            raise SandboxRefusedError(document["error"])
        return document
