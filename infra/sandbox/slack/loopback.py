"""Requests to the app, which can only live on this machine."""

import http.client
import ipaddress
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 60
PATIENCE_SECONDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    status: int | None
    body: str
    failure: str
    seconds: float

    @property
    def late(self) -> bool:
        return self.seconds > PATIENCE_SECONDS


def check_loopback(url: str) -> str:
    """Refuse a URL that is not plain HTTP to this machine."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not _is_loopback(parts.hostname or ""):
        message = f"The local Slack sends only to this machine over http, not to {url}"
        raise ValueError(message)
    return url


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def post(url: str, body: bytes, headers: dict[str, str]) -> Reply:
    started = time.perf_counter()
    try:
        status, answer = _exchange(check_loopback(url), body, headers)
        failure = ""
    except (OSError, http.client.HTTPException) as error:
        status, answer, failure = None, "", type(error).__name__
    seconds = time.perf_counter() - started
    return Reply(status=status, body=answer, failure=failure, seconds=seconds)


def _exchange(url: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    # Names under localhost mean this machine (RFC 6761), though not every resolver
    # knows; the name stays in the Host header, which the emulator routes by.
    address = "127.0.0.1" if host.endswith("localhost") else host
    connection = http.client.HTTPConnection(
        address, parts.port or 80, timeout=TIMEOUT_SECONDS
    )
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", target, body, {"Host": parts.netloc, **headers})
        response = connection.getresponse()
        return response.status, response.read().decode(errors="replace")
    finally:
        connection.close()
