"""The sandbox's AWS as a context manager: a server of its own, clients for it, and a look behind it."""

import json
import os
import urllib.request
from types import TracebackType
from typing import Any, Self

import boto3
from botocore.config import Config

from infra.sandbox.aws import process
from infra.sandbox.aws.credentials import ROOT, Identity, environment
from infra.sandbox.aws.people import Policy, make_role, make_user
from infra.sandbox.aws.shapes import REGION, Json

_NO_RETRIES = Config(retries={"total_max_attempts": 1}, proxies={})


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
    ) -> Any:  # noqa: ANN401
        session = boto3.Session(
            aws_access_key_id=identity.access_key,
            aws_secret_access_key=identity.secret_key,
            aws_session_token=identity.token or None,
            region_name=region,
        )
        return session.client(service, endpoint_url=self.endpoint, config=_NO_RETRIES)  # type: ignore[call-overload]

    def environment(self, identity: Identity = ROOT) -> dict[str, str]:
        """For a subprocess that must meet this AWS and no other."""
        return environment(self.endpoint, identity, os.environ)

    def assume(self, role: str, session: str, policy: Policy) -> Identity:
        """A role that this account's root may assume, and a session of it."""
        return make_role(
            self.client("iam"),
            self.client("sts"),
            role=role,
            session=session,
            policy=policy,
        )

    def user(self, name: str, policy: Policy) -> Identity:
        return make_user(self.client("iam"), name, policy)

    def mailbox(self) -> list[Json]:
        mails: list[Json] = self._ask("mailbox")
        return mails

    def trail(self) -> list[Json]:
        records: list[Json] = self._ask("trail")
        return records

    def denied(self) -> list[str]:
        sentences: list[str] = self._ask("denied")
        return sentences

    def emit(self, event: Json) -> None:
        self._ask("emit", event)

    def advance(self, days: float) -> None:
        self._ask("advance", {"days": days})

    def set_state(self, key_id: str, state: str) -> None:
        self._ask("set-state", {"key_id": key_id, "state": state})

    def reset(self) -> None:
        self._ask("reset", {})

    def _ask(self, what: str, body: Json | None = None) -> Any:  # noqa: ANN401
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.endpoint}/_sandbox/{what}", data)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
            request
        ) as answer:
            return json.load(answer)
