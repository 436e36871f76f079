"""A dialog is filled in and sent, or left, and the person is told what became of it."""

import json

import pytest

from infra.sandbox.page.channel import Channel
from infra.sandbox.page.said import BadWishError
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.app_double import AppDouble

NOT_JSON = "{"


def test_what_is_filled_in_wrongly_is_marked_and_not_sent(
    slack: LocalSlack, app: AppDouble, view: str
) -> None:
    wish = {"view": view, "as": acme.ADA, "values": {"reason": "no"}}

    assert not Channel(slack).submit(wish).ok
    assert slack.views(acme.ADA)[0].errors["reason"].startswith("Please use at least 5")
    assert app.payloads == []


@pytest.mark.parametrize(
    "answer",
    [
        NOT_JSON,
        json.dumps({"response_action": "errors", "errors": {"reason": "Say more."}}),
    ],
)
def test_what_the_app_wants_corrected_stays_open(
    slack: LocalSlack, app: AppDouble, view: str, answer: str
) -> None:
    app.answer = lambda _payload: answer
    wish = {"view": view, "as": acme.ADA, "values": {"reason": "In use"}}

    assert not Channel(slack).submit(wish).ok
    [left] = slack.views(acme.ADA)
    assert left.errors or left.trouble


def test_what_is_filled_in_rightly_is_sent_and_closed(
    slack: LocalSlack, app: AppDouble, view: str
) -> None:
    wish = {"view": view, "as": acme.ADA, "values": {"reason": "In use"}}

    assert Channel(slack).submit(wish).ok
    assert slack.views(acme.ADA) == ()
    [sent] = app.payloads
    assert sent["view"]["state"]["values"]["reason"]["v"]["value"] == "In use"
    again = Channel(slack).submit(wish)
    assert (again.ok, again.said) == (False, "That dialog is not open any more.")


def test_an_input_that_the_dialog_does_not_have_is_refused(
    slack: LocalSlack, view: str
) -> None:
    wish = {"view": view, "as": acme.ADA, "values": {"other": "x"}}
    with pytest.raises(BadWishError, match="no input"):
        Channel(slack).submit(wish)


def test_a_dialog_is_left_by_the_one_who_has_it(slack: LocalSlack, view: str) -> None:
    channel = Channel(slack)

    assert not channel.close({"view": view, "as": acme.BO}).ok
    assert channel.close({"view": view, "as": acme.ADA}).ok
    assert slack.views(acme.ADA) == ()
