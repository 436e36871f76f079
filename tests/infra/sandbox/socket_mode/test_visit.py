"""A sandbox says in the channel that it begins and that it ends."""

from dataclasses import replace

import pytest

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.switches import switched
from infra.sandbox.socket_mode.given import Given
from infra.sandbox.socket_mode.refusals import CannotJoinError
from infra.sandbox.socket_mode.visit import visiting

GIVEN = Given(
    bot_token=acme.REPRIEVE_APP.token,
    app_token="xapp-unused",
    channel=acme.CHANNEL,
    responders=[acme.ADA],
)


def test_people_read_that_a_sandbox_begins_and_that_it_has_ended() -> None:
    with LocalSlack() as slack:
        with visiting(slack.api_url, GIVEN) as workspace:
            assert workspace == "Acme"
            [begins] = slack.messages()
        [_, ends] = slack.messages()
    assert "nothing it says needs anybody's attention" in begins.shown.text
    assert "do nothing any more" in ends.shown.text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (replace(GIVEN, bot_token="xoxb-old"), "auth.test: invalid_auth. Copy"),
        (replace(GIVEN, channel="C0ELSEWHERE"), "channel_not_found. Is SLACK_CHANNEL"),
    ],
)
def test_a_wrong_token_or_channel_is_told_with_the_next_step(
    given: Given, sentence: str
) -> None:
    with (
        LocalSlack() as slack,
        pytest.raises(CannotJoinError) as caught,
        visiting(slack.api_url, given),
    ):
        pass
    assert sentence in str(caught.value)
    assert given.bot_token not in str(caught.value)


def test_an_app_that_nobody_invited_is_told_how_to_be() -> None:
    with LocalSlack() as slack:
        switched(slack.store, "put-out", "")
        with (
            pytest.raises(CannotJoinError, match="/invite @reprieve-sandbox"),
            visiting(slack.api_url, GIVEN),
        ):
            pass


def test_a_slack_that_is_not_there_is_told_in_one_sentence() -> None:
    with (
        pytest.raises(CannotJoinError, match=r"cannot be reached for auth\.test"),
        visiting("http://127.0.0.1:9/api/", GIVEN),
    ):
        pass
