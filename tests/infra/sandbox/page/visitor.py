"""Somebody's browser: it asks, acts as the page's own script does, and listens."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 20.0
JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Visitor:
    def __init__(self, url: str) -> None:
        self.place = urlsplit(url).netloc
        self.own = {"Origin": f"http://{self.place}", "Content-Type": JSON}

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def send(self, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        return self._ask("POST", path, body, headers)

    def post(self, path: str, **wish: object) -> Any:
        """Act as the page does, and give what it is told."""
        return self.send(path, json.dumps(wish).encode(), self.own).json

    def state(self) -> Any:
        return self.get("/state").json

    @contextmanager
    def live(self) -> Iterator[Iterator[Any]]:
        """Give each state that is sent; a comment is None."""
        with self._asked("GET", "/live", b"", {}) as answer:
            assert answer.headers["Content-Type"].startswith("text/event-stream")
            yield _events(answer)

    def status(self, path: str, **headers: str) -> int:
        """Ask for what may never end, and read no more than its beginning."""
        with self._asked("GET", path, b"", headers) as answer:
            return answer.status

    def _ask(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> Answer:
        with self._asked(method, path, body, headers) as answer:
            return Answer(
                status=answer.status,
                headers={name.lower(): value for name, value in answer.getheaders()},
                body=answer.read(),
            )

    @contextmanager
    def _asked(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> Iterator[HTTPResponse]:
        connection = HTTPConnection(self.place, timeout=PATIENCE)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        try:
            yield answer
        finally:
            answer.close()
            connection.close()


def _events(answer: HTTPResponse) -> Iterator[Any]:
    event: list[str] = []
    for line in answer:
        event = [*event, line.decode().rstrip("\n")]
        if event[-1] == "":
            yield _read(event[:-1])
            event = []


def _read(event: list[str]) -> Any:
    if event[0].startswith(":"):
        return None
    kind, data = event
    assert kind == "event: state"
    return json.loads(data.removeprefix("data: "))
