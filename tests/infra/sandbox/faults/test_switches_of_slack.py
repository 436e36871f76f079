"""What people do to the channel, the app and its messages."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from infra.sandbox.faults.switches import NotSwitchedError, Switches
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as running:
        yield running


def post(slack: LocalSlack, token: str = acme.REPRIEVE_APP.token) -> str:
    client = WebClient(token=token, base_url=slack.api_url)
    answer = client.chat_postMessage(channel=acme.CHANNEL, text="news")
    return str(answer["ts"])


@pytest.mark.parametrize(
    ("switch", "error", "back"),
    [
        ("archive", "is_archived", "unarchive"),
        ("put-out", "not_in_channel", "invite"),
    ],
)
def test_what_is_done_to_the_channel_can_be_undone(
    slack: LocalSlack, switch: str, error: str, back: str
) -> None:
    Switches(slack.url).throw(switch)
    with pytest.raises(SlackApiError, match=error):
        post(slack)

    Switches(slack.url).throw(back)
    assert post(slack)


def test_a_new_token_makes_the_old_one_invalid(slack: LocalSlack) -> None:
    Switches(slack.url).throw("set-token", "xoxb-new")

    with pytest.raises(SlackApiError, match="invalid_auth"):
        post(slack)
    assert post(slack, "xoxb-new")


def test_a_message_deleted_by_hand_cannot_be_rewritten(slack: LocalSlack) -> None:
    ts = post(slack)
    Switches(slack.url).throw("delete-message", ts)

    client = WebClient(token=acme.REPRIEVE_APP.token, base_url=slack.api_url)
    with pytest.raises(SlackApiError, match="message_not_found"):
        client.chat_update(channel=acme.CHANNEL, ts=ts, text="again")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("burn", "", "There is no switch 'burn'. There are: archive"),
        ("delete-message", "1.2", "There is no message '1.2'"),
    ],
)
def test_what_cannot_be_done_is_said(
    slack: LocalSlack, name: str, value: str, said: str
) -> None:
    with pytest.raises(NotSwitchedError, match=said) as refused:
        Switches(slack.url).throw(name, value)
    assert "Is `make demo` running?" not in str(refused.value)
