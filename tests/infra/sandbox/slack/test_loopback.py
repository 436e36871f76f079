"""Nothing leaves this machine."""

import pytest

from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.loopback import Reply, check_loopback


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/slack/events",
        "http://127.1.2.3/",
        "http://localhost:4566/api/slack/events",
        "http://abc.execute-api.localhost:4566/api/slack/events",
        "http://[::1]:8000/",
    ],
)
def test_this_machine_may_be_told(url: str) -> None:
    assert check_loopback(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.slack.com/",
        "http://example.com/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost.example.com/",
        "http://notlocalhost/",
        "http://127.0.0.1@example.com/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "127.0.0.1:8000",
        "http:///path",
        "",
    ],
)
def test_every_other_machine_is_refused(slack: LocalSlack, url: str) -> None:
    with pytest.raises(ValueError, match="only to this machine"):
        slack.events_url = url
    assert slack.events_url is None


def test_a_press_needs_an_app_that_listens(slack: LocalSlack) -> None:
    with pytest.raises(RuntimeError, match="events_url"):
        slack.send(b"", {})


@pytest.mark.parametrize(("seconds", "late"), [(3.0, False), (3.001, True)])
def test_slack_waits_three_seconds(seconds: float, *, late: bool) -> None:
    reply = Reply(status=200, body="", failure="", seconds=seconds)

    assert reply.late is late
