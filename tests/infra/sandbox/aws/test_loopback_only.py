"""The sandbox's AWS speaks to this machine alone."""

import pytest

from infra.sandbox.aws.loopback import NotLoopbackError, require_loopback


@pytest.mark.parametrize("url", ["http://127.0.0.1:4566", "http://[::1]:4566/"])
def test_loopback_is_accepted(url: str) -> None:
    assert require_loopback(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://0.0.0.0:4566",
        "http://192.168.1.2:4566",
        "https://kms.eu-west-1.amazonaws.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1@example.com/",
        "127.0.0.1:4566",
        "",
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(NotLoopbackError):
        require_loopback(url)
