"""The first line in a channel: what is told there, and who may press."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from chalice_app.views.greeting import greeting
from chalice_app.views.words import words_in
from infra.sandbox.slack import acme
from infra.sandbox.slack.mrkdwn import parse_mrkdwn
from infra.sandbox.slack.tokens import Kind, Token
from tests.views.hostile import TEXTS

PLACE = ("000000000000", "eu-west-1")
WORDS = words_in("en")
BUTTON = WORDS.say("button.cancel")
NOBODY = WORDS.say("greeting.nobody")


def tokens(line: str, kind: Kind) -> list[Token]:
    return [it for it in parse_mrkdwn(line) if it.kind is kind]


@pytest.mark.parametrize("responders", [[acme.ADA], [acme.ADA, acme.BO]])
def test_it_mentions_each_responder_and_names_the_button(
    responders: Sequence[str],
) -> None:
    line = greeting(PLACE, responders, None, WORDS)

    assert [it.target for it in tokens(line, Kind.USER)] == responders
    assert [it.text for it in tokens(line, Kind.BOLD)] == [BUTTON]
    assert NOBODY not in line


def test_it_mentions_the_group_of_responders() -> None:
    line = greeting(PLACE, (), acme.RESPONDERS, WORDS)

    assert [it.target for it in tokens(line, Kind.SUBTEAM)] == [acme.RESPONDERS]
    assert NOBODY not in line


def test_with_nobody_configured_it_says_so_and_offers_no_button() -> None:
    line = greeting(PLACE, (), None, WORDS)

    assert line.endswith(NOBODY)
    assert BUTTON not in line


def test_it_names_account_and_region_on_one_line() -> None:
    line = greeting(PLACE, [acme.ADA], None, WORDS)

    assert {"000000000000", "eu-west-1"} <= {it.text for it in tokens(line, Kind.CODE)}
    assert "\n" not in line


@given(TEXTS, TEXTS)
def test_nothing_from_outside_is_markup(account: str, region: str) -> None:
    line = greeting((account, region), [acme.ADA], None, WORDS)

    [_user] = tokens(line, Kind.USER)
    [_button] = tokens(line, Kind.BOLD)
    assert not {Kind.SPECIAL, Kind.LINK, Kind.SUBTEAM} & {
        it.kind for it in parse_mrkdwn(line)
    }
