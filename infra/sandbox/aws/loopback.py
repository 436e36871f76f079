"""Nothing of the sandbox may speak to anything but this machine."""

import ipaddress
from urllib.parse import urlsplit


class NotLoopbackError(Exception):
    """An address that could be a real service."""


def require_loopback(url: str) -> str:
    host = urlsplit(url).hostname or ""
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NotLoopbackError(
            f"The sandbox works with 127.0.0.1 only, not with {host or url!r}."
        )
    return url
