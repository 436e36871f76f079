"""LocalSlack: the whole workspace as one context manager."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from infra.sandbox.slack import acme
from infra.sandbox.slack.closings import close
from infra.sandbox.slack.courier import Courier
from infra.sandbox.slack.durability import Durability
from infra.sandbox.slack.inputs import Values
from infra.sandbox.slack.presses import ModalPress, Press, press, press_in_view
from infra.sandbox.slack.recollection import Recollection
from infra.sandbox.slack.records import Delivery, Message, Version
from infra.sandbox.slack.server import slack_server
from infra.sandbox.slack.serving import served
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.submissions import Submission, submit
from infra.sandbox.slack.workspace import Workspace


class LocalSlack(Recollection):
    def __init__(
        self,
        *,
        workspace: Workspace = acme.ACME,
        scopes: frozenset[str] = acme.SCOPES,
        clock: Callable[[], float] = time.time,
        port: int = 0,
        state: Path | None = None,
    ) -> None:
        """Without a file for its state, all is forgotten at the end."""
        app = replace(workspace.app, scopes=scopes)
        super().__init__(Store(replace(workspace, app=app), clock))
        self._courier = Courier(self.store)
        self._kept = Durability(self.store, state) if state else None
        self._server = ExitStack()
        self._port = port
        self.url = ""

    def __enter__(self) -> Self:
        app = slack_server(self.store)
        server = served(self._kept.saving(app) if self._kept else app, self._port)
        self.url = self._server.enter_context(server)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.__exit__(kind, error, trace)
        self.url = ""

    @property
    def api_url(self) -> str:
        return f"{self.url}api/"

    @property
    def events_url(self) -> str | None:
        return self._courier.url

    @events_url.setter
    def events_url(self, url: str) -> None:
        self._courier.url = url

    def press(
        self,
        ts: str,
        action_id: str,
        *,
        user: str = acme.ADA,
        changes: JsonObject | None = None,
        confirm: bool = True,
    ) -> Delivery:
        wanted = Press(
            ts=ts,
            action_id=action_id,
            user=user,
            changes=changes or {},
            confirm=confirm,
        )
        return press(self.store, self._courier, wanted, self.url)

    def press_in_view(
        self,
        view_id: str,
        action_id: str,
        values: Values | None = None,
        *,
        user: str = acme.ADA,
        changes: JsonObject | None = None,
    ) -> Delivery:
        wanted = ModalPress(
            view_id=view_id,
            action_id=action_id,
            user=user,
            values=values or {},
            changes=changes or {},
        )
        return press_in_view(self.store, self._courier, wanted)

    def choose(
        self, ts: str, action_id: str, value: str, *, user: str = acme.ADA
    ) -> Delivery:
        """Choose an option from a menu."""
        wanted = Press(ts=ts, action_id=action_id, user=user, choice=value)
        return press(self.store, self._courier, wanted, self.url)

    def submit(
        self,
        view_id: str,
        values: Values,
        *,
        user: str = acme.ADA,
        changes: JsonObject | None = None,
    ) -> Delivery:
        wanted = Submission(
            view_id=view_id, values=values, user=user, changes=changes or {}
        )
        return submit(self.store, self._courier, wanted)

    def close(self, view_id: str, *, user: str = acme.ADA) -> Delivery:
        return close(self.store, self._courier, view_id, user)

    def send(self, raw_body: bytes, headers: dict[str, str]) -> Delivery:
        """Bring any bytes to the app, as somebody who is not Slack might."""
        return self._courier.send(raw_body, headers)

    def advance(self, seconds: float) -> None:
        """Let time pass in the workspace."""
        self.store.ahead += seconds

    def say(self, user: str, text: str, *, thread_ts: str | None = None) -> Message:
        """Write as a person: a message that the app may read and not rewrite."""
        return self.store.keep(
            Message(
                channel=acme.CHANNEL,
                ts=self.store.next_ts(),
                user=user,
                versions=(Version(text=text, written_at=self.store.clock()),),
                thread_ts=thread_ts,
            )
        )
