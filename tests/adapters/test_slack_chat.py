"""The chat adapter against the local Slack, a real server with Slack's rules."""

import pytest

from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.domain.case import Place
from chalice_app.errors import ChatRefusedError
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.workspace import User
from tests.fakes.people import person_of
from tests.fakes.slack_clients import client_of

MESSAGE = {
    "text": "Key disabled",
    "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "Key"}}],
}
NOWHERE = Place(channel=acme.CHANNEL, ts="1700000000.000001")


def test_a_message_is_posted_with_its_case_and_without_previews(
    slack: LocalSlack, chat: SlackChat
) -> None:
    place = chat.post(MESSAGE, "0123456789")

    shown = slack.message(place.ts).shown
    assert place.channel == acme.CHANNEL
    assert shown.text == "Key disabled"
    assert shown.metadata == {
        "event_type": "reprieve_case",
        "event_payload": {"case_id": "0123456789"},
    }
    given = slack.calls("chat.postMessage")[0].arguments
    assert (given["unfurl_links"], given["unfurl_media"]) == (False, False)


def test_a_message_is_rewritten_in_place(slack: LocalSlack, chat: SlackChat) -> None:
    place = chat.post(MESSAGE, "0123456789")

    chat.update(place, {**MESSAGE, "text": "Resolved"})

    (message,) = slack.messages()
    assert [version.text for version in message.versions] == [
        "Key disabled",
        "Resolved",
    ]


@pytest.mark.parametrize("broadcast", [False, True])
def test_a_line_goes_into_the_thread(
    slack: LocalSlack, chat: SlackChat, *, broadcast: bool
) -> None:
    place = chat.post(MESSAGE, "0123456789")

    chat.reply(place, "a line", broadcast=broadcast)

    (line,) = slack.thread(place.ts)
    assert (line.shown.text, line.broadcast) == ("a line", broadcast)


def test_a_whisper_is_seen_by_one_person(slack: LocalSlack, chat: SlackChat) -> None:
    place = chat.post(MESSAGE, "0123456789")

    chat.whisper(place, acme.ADA, "for Ada")

    (line,) = slack.ephemerals(acme.ADA)
    assert (line.text, line.thread_ts) == ("for Ada", place.ts)
    assert slack.ephemerals(acme.BO) == ()


def test_a_whisper_to_somebody_elsewhere_is_refused(chat: SlackChat) -> None:
    place = chat.post(MESSAGE, "0123456789")

    with pytest.raises(ChatRefusedError) as refused:
        chat.whisper(place, acme.GONE, "hello?")

    assert refused.value.code == "user_not_in_channel"


def test_a_link_leads_to_the_message(chat: SlackChat) -> None:
    place = chat.post(MESSAGE, "0123456789")

    assert place.ts.replace(".", "") in str(chat.link(place))
    assert chat.link(NOWHERE) is None


@pytest.mark.parametrize("user", acme.PEOPLE, ids=lambda it: it.name)
def test_people_are_read_as_slack_knows_them(chat: SlackChat, user: User) -> None:
    assert chat.person(user.id) == person_of(user)


def test_nobody_is_made_up(chat: SlackChat) -> None:
    assert chat.person("U0NOBODY00") is None


def test_home_and_the_group_are_read(chat: SlackChat) -> None:
    assert chat.home_team() == acme.HOME
    assert chat.members(acme.RESPONDERS) == frozenset({acme.ADA, acme.BO})
    assert chat.members("S0NOGROUP0") is None


def test_a_group_that_may_not_be_read_lets_nobody_in() -> None:
    with LocalSlack(scopes=frozenset({"chat:write"})) as slack:
        chat = SlackChat(client_of(slack.api_url), acme.CHANNEL)

        assert chat.members(acme.RESPONDERS) is None


def test_a_person_who_may_not_be_read_is_no_stranger_but_an_error() -> None:
    """A missing scope is the operator's fault, not that of the person who pressed."""
    with LocalSlack(scopes=frozenset({"chat:write"})) as slack:
        chat = SlackChat(client_of(slack.api_url), acme.CHANNEL)

        with pytest.raises(ChatRefusedError) as refused:
            chat.person(acme.ADA)

    assert refused.value.code == "missing_scope"


def test_what_slack_refuses_keeps_its_name(slack: LocalSlack, chat: SlackChat) -> None:
    elsewhere = SlackChat(client_of(slack.api_url), "C0ELSEWHER")
    wrong_token = SlackChat(client_of(slack.api_url, "xoxb-wrong"), acme.CHANNEL)

    for code, refused in {
        "channel_not_found": lambda: elsewhere.post(MESSAGE, "0123456789"),
        "message_not_found": lambda: chat.update(NOWHERE, MESSAGE),
        "thread_not_found": lambda: chat.reply(NOWHERE, "a line"),
        "invalid_auth": wrong_token.home_team,
    }.items():
        with pytest.raises(ChatRefusedError) as error:
            refused()
        assert error.value.code == code
