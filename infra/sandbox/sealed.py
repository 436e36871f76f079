"""Closes this process's environment to everything beyond this machine."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_HERE = "127.0.0.1,localhost"
_PAST_PROXIES = ("NO_PROXY", "no_proxy")


@contextmanager
def sealed() -> Iterator[None]:
    """No AWS setting of the caller is left, and all files go to one folder that ends.

    A proxy stays for the package index; requests to this machine do not take it.
    """
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(
        prefix="reprieve-sandbox-", ignore_cleanup_errors=True
    ) as folder:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            del os.environ[name]
        os.environ.update(_own(folder))
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = None
            os.environ.clear()
            os.environ.update(before)


def _own(folder: str) -> dict[str, str]:
    return {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        **{name: _with_here(os.environ.get(name)) for name in _PAST_PROXIES},
        "TMPDIR": folder,
    }


def _with_here(hosts: str | None) -> str:
    return f"{hosts},{_HERE}" if hosts else _HERE
