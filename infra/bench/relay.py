"""Stands before a local server, and notes when each call came and what it asked."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_HOP = {"connection", "transfer-encoding", "content-length"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    name: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    url: str
    calls: list[Call] = field(default_factory=list)

    def names(self) -> list[str]:
        return [call.name for call in self.calls]

    def first(self, name: str) -> float:
        return next(call.at for call in self.calls if call.name == name)

    def last(self, name: str) -> float:
        return next(call.at for call in reversed(self.calls) if call.name == name)


@contextmanager
def relayed(upstream: str) -> Iterator[Relay]:
    """Give a relay on a loopback port; its URL ends without a slash."""
    with _Server(upstream) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Relay(url=f"http://127.0.0.1:{server.server_port}", calls=server.calls)
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, upstream: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.upstream = urlsplit(upstream).netloc
        self.calls: list[Call] = []


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self._upstream = HTTPConnection(self.server.upstream)

    def finish(self) -> None:
        self._upstream.close()
        super().finish()

    def do_POST(self) -> None:
        at = time.monotonic()
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        target = self.headers.get("x-amz-target", "")
        self.server.calls.append(Call(name=_name(self.path, target, body), at=at))
        self._upstream.request(self.command, self.path, body, dict(self.headers))
        told = self._upstream.getresponse()
        self._pass_on(told.status, told.getheaders(), told.read())

    do_GET = do_POST  # noqa: N815

    def _pass_on(
        self, status: int, headers: list[tuple[str, str]], answer: bytes
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in _HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing: each call is in the list."""


def _name(path: str, target: str, body: bytes) -> str:
    """Name AWS's operation, or Slack's method."""
    if target:
        return target.rpartition(".")[2]
    action = parse_qs(body.decode(errors="replace")).get("Action")
    *_, room, name = urlsplit(path).path.split("/")
    return action[0] if action else {"response": "response_url"}.get(room, name)
