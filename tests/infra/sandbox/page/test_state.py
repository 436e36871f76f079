"""The state is what was seen, in the form that the browser draws."""

import json
from dataclasses import replace

import pytest

from infra.sandbox.aws.key_states import STATES, Effect, decide
from infra.sandbox.page.console import ACTIONS, OFFERED
from infra.sandbox.page.live import as_json
from infra.sandbox.page.state import state_of
from infra.sandbox.slack import acme
from infra.sandbox.slack.records import Ephemeral, OpenView
from tests.infra.sandbox.page.plain import EMPTY, message
from tests.infra.sandbox.slack.pieces import modal

KEY = {
    "id": "1234",
    "aliases": ["alias/prod/orders"],
    "description": "Orders",
    "state": "PendingDeletion",
    "deletion_date": 1796126400,
}
ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234"


def test_a_key_is_shown_with_what_may_be_done_with_it() -> None:
    [key] = state_of(replace(EMPTY, keys=[KEY]))["keys"]

    assert key == {
        "id": "1234",
        "alias": "alias/prod/orders",
        "description": "Orders",
        "state": "PendingDeletion",
        "deletion_date": "2026-12-01T12:00:00Z",
        "actions": ["cancel"],
    }


def test_a_key_without_an_alias_or_a_date_says_so() -> None:
    bare = {**KEY, "aliases": [], "state": "Enabled", "deletion_date": None}
    [key] = state_of(replace(EMPTY, keys=[bare]))["keys"]

    assert (key["alias"], key["deletion_date"]) == ("", None)


@pytest.mark.parametrize("state", STATES)
def test_the_console_offers_only_what_kms_takes(state: str) -> None:
    for action in OFFERED.get(state, ()):
        verdict = decide(ACTIONS[action].name, state=state, arn=ARN, origin="AWS_KMS")
        assert verdict is Effect.DONE


def test_a_thread_stands_under_its_message_and_nowhere_else() -> None:
    top, other = message("1.0", "Top"), message("2.0", "Other")
    reply = message("3.0", "Reply", thread_ts="1.0")
    messages = state_of(replace(EMPTY, messages=(top, other, reply)))["channel"][
        "messages"
    ]

    assert [one["ts"] for one in messages] == ["1.0", "2.0"]
    assert [[it["ts"] for it in one["thread"]] for one in messages] == [["3.0"], []]
    assert "Reply" in messages[0]["thread"][0]["html"]


def test_a_reply_that_was_also_sent_to_the_channel_stands_in_both() -> None:
    top = message("1.0", "Top")
    both = replace(message("2.0", "Aloud", thread_ts="1.0"), broadcast=True)
    messages = state_of(replace(EMPTY, messages=(top, both)))["channel"]["messages"]

    assert [one["ts"] for one in messages] == ["1.0", "2.0"]
    assert [it["ts"] for it in messages[0]["thread"]] == ["2.0"]


def test_answers_and_dialogs_name_the_one_who_sees_them() -> None:
    line = Ephemeral(channel=acme.CHANNEL, user=acme.EVE, ts="1.0", text="Not you.")
    view = OpenView(id="V1", user=acme.ADA, view=modal(), root="V1", hash="1")
    state = state_of(replace(EMPTY, answers=(line,), views=(view,)))

    [answer], [dialog] = state["answers"], state["views"]
    assert (answer["user"], answer["ts"]) == (acme.EVE, "1.0")
    assert "Not you." in answer["html"]
    assert (dialog["user"], dialog["id"]) == (acme.ADA, "V1")
    assert "Cancel deletion" in dialog["html"]


def test_each_mail_has_an_id_of_its_own() -> None:
    mail = {"to": "a@b.example", "subject": "S", "body": "B", "at": "now", "topic": "t"}
    mails = state_of(replace(EMPTY, mails=[mail, mail]))["mails"]

    assert [one["id"] for one in mails] == ["mail-0", "mail-1"]
    assert mails[0]["body"] == "B"


def test_the_people_are_named_as_the_page_offers_them() -> None:
    state = state_of(EMPTY)

    assert len(state["kms_people"]) == 4
    assert [one["name"] for one in state["slack_people"]] == [
        "Ada",
        "Bo",
        "Eve",
        "Stan",
    ]
    assert state["channel"]["name"] == "#kms-alerts"


def test_half_a_sign_of_a_stranger_breaks_nothing() -> None:
    odd = {**KEY, "description": "half \ud800 of it\u2028\n"}
    text = as_json(state_of(replace(EMPTY, keys=[odd])))

    assert json.loads(text.encode())["keys"][0]["description"] == odd["description"]
    assert "\n" not in text
