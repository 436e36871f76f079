"""A KMS of very many keys, as far as the inventory asks it, with KMS's quotas.

ListKeys, DescribeKey and ListAliases over HTTP; every thousandth key is disabled. A
call beyond the quota of its second is throttled.
"""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any

from infra.sandbox.aws.shapes import ACCOUNT, REGION

Json = dict[str, Any]
# docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html
QUOTAS: Mapping[str, int] = MappingProxyType(
    {"DescribeKey": 2000, "ListKeys": 500, "ListAliases": 500}
)
_KEY = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{{:08d}}-0000-4000-8000-000000000000"
_DISABLED_EVERY = 1000
_THROTTLED: Json = {
    "__type": "ThrottlingException",
    "message": "You have exceeded the rate at which you may call KMS.",
}


@dataclass(slots=True)
class SimulatedKms:
    keys: int
    quotas: Mapping[str, int] = field(default_factory=lambda: QUOTAS)
    url: str = ""
    asked: Counter[tuple[str, int]] = field(default_factory=Counter)
    throttled: int = 0

    def calls(self, name: str) -> int:
        return sum(count for (one, _), count in self.asked.items() if one == name)

    def most_in_a_second(self, name: str) -> int:
        return max(count for (one, _), count in self.asked.items() if one == name)

    def answer(self, name: str, request: Json) -> tuple[HTTPStatus, Json]:
        second = (name, int(time.monotonic()))
        if self.asked[second] >= self.quotas[name]:
            self.throttled += 1
            return HTTPStatus.BAD_REQUEST, _THROTTLED
        self.asked[second] += 1
        if name == "ListAliases":
            return HTTPStatus.OK, {"Aliases": [], "Truncated": False}
        if name == "ListKeys":
            return HTTPStatus.OK, self._page(request)
        return HTTPStatus.OK, _described(request["KeyId"])

    def _page(self, request: Json) -> Json:
        start = int(request.get("Marker", 0))
        end = min(start + int(request["Limit"]), self.keys)
        more = {"NextMarker": str(end)} if end < self.keys else {}
        listed = [{"KeyArn": _KEY.format(number)} for number in range(start, end)]
        return {"Keys": listed, "Truncated": bool(more), **more}


def _described(arn: str) -> Json:
    key = arn.rpartition("/")[2]
    disabled = int(key[:8]) % _DISABLED_EVERY == 0
    about = {
        "KeyId": key,
        "Arn": arn,
        "KeyManager": "CUSTOMER",
        "Origin": "AWS_KMS",
        "KeyState": "Disabled" if disabled else "Enabled",
    }
    return {"KeyMetadata": about}


@contextmanager
def simulated(kms: SimulatedKms) -> Iterator[SimulatedKms]:
    """Serve it on a loopback port."""
    with _Server(kms) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        kms.url = f"http://127.0.0.1:{server.server_port}"
        yield kms
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, kms: SimulatedKms) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.kms = kms


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        name = self.headers["x-amz-target"].rpartition(".")[2]
        status, told = self.server.kms.answer(name, json.loads(body))
        text = json.dumps(told).encode()
        self.send_response_only(status)
        self.send_header("Date", formatdate(usegmt=True))
        self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Say nothing: the calls are counted."""
