"""A tiny HTTP server that answers as Slack does on its bad days, and keeps requests."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, bytes]


@dataclass
class OddSlack:
    """`answer` is given to every request; None closes the connection without one."""

    url: str
    answer: Answer | None = (200, b'{"ok": true}')
    types: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@contextmanager
def odd_slack() -> Iterator[OddSlack]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    slack = OddSlack(f"http://127.0.0.1:{server.server_port}/api/")
    server.RequestHandlerClass = _handler(slack)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield slack
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(slack: OddSlack) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            slack.bodies.append(self.rfile.read(length))
            slack.types.append(self.headers.get("Content-Type", ""))
            if slack.answer is None:
                self.close_connection = True
                return
            status, body = slack.answer
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep the test's output for the test."""

    return Handler
