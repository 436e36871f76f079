"""An address that notes which AWS calls reach it and refuses them all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Refusing(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        calls: list[str] = vars(self.server)["calls"]
        calls.append(self.headers.get("X-Amz-Target") or body)
        self.send_error(400)

    def log_message(self, *_words: object) -> None:
        """Stay silent: a test reads the calls."""


@contextmanager
def recorder() -> Iterator[tuple[str, list[str]]]:
    """Give the address, and the calls as they come in."""
    calls: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Refusing)
    vars(server)["calls"] = calls
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", calls
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
