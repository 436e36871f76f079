"""A modal is checked, sent, and treated as the app's answer says."""

import json

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.submissions import TROUBLE, NoSuchViewError
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import modal, plain, reason, section


def answering(app: AppDouble, answer: object) -> None:
    app.answer = lambda _payload: json.dumps(answer)


def test_the_payload_has_slacks_shape(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    slack.submit(view_id, reason("wrong key"), user=acme.ADA)

    payload = app.payloads[0]
    assert payload["type"] == "view_submission"
    assert payload["user"]["id"] == acme.ADA
    assert payload["team"]["id"] == acme.HOME
    assert payload["response_urls"] == []
    view = payload["view"]
    assert view["id"] == view_id
    assert view["private_metadata"] == "c:7f3c:4"
    assert view["callback_id"] == "rp.cancel"
    assert view["hash"]
    assert view["state"]["values"] == {
        "reason": {"v": {"type": "plain_text_input", "value": "wrong key"}},
        "note": {"v": {"type": "plain_text_input", "value": None}},
    }


def test_an_empty_answer_closes_the_modal(slack: LocalSlack, view_id: str) -> None:
    assert slack.submit(view_id, reason("wrong key")).accepted
    assert slack.views(acme.ADA) == ()


def test_errors_keep_the_modal_open_under_their_field(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    errors = {"reason": "Say more."}
    answering(app, {"response_action": "errors", "errors": errors})
    slack.submit(view_id, reason("wrong key"))

    opened = slack.views(acme.ADA)[0]
    assert opened.errors == errors
    assert opened.trouble is None


def test_update_shows_another_view_under_the_same_id(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    before = slack.views(acme.ADA)[0]
    other = modal(section(), title=plain("Done"))
    answering(app, {"response_action": "update", "view": other})
    slack.submit(view_id, reason("wrong key"))

    after = slack.views(acme.ADA)[0]
    assert after.id == view_id
    assert after.view["title"]["text"] == "Done"
    assert after.hash != before.hash


def test_clear_closes_every_view_of_the_person(
    slack: LocalSlack, client: WebClient, app: AppDouble, view_id: str
) -> None:
    for user in (acme.ADA, acme.BO):
        trigger = slack.store.new_trigger(user)
        client.views_open(trigger_id=trigger, view=modal())
    answering(app, {"response_action": "clear"})
    slack.submit(view_id, reason("wrong key"))

    assert slack.views(acme.ADA) == ()
    assert len(slack.views(acme.BO)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "x"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "errors"},
        {"response_action": "errors", "errors": "x"},
        {"response_action": "dance"},
        {"response_action": ["clear"]},
        {"response_action": "update", "view": {}},
        ["clear"],
        "ok",
    ],
)
def test_an_answer_that_slack_cannot_follow_leaves_the_modal_in_trouble(
    slack: LocalSlack, app: AppDouble, view_id: str, answer: object
) -> None:
    answering(app, answer)
    slack.submit(view_id, reason("wrong key"))

    assert slack.views(acme.ADA)[0].trouble == TROUBLE


def test_an_answer_that_is_no_json_leaves_the_modal_in_trouble(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    app.answer = lambda _payload: "<html>"
    slack.submit(view_id, reason("wrong key"))

    assert slack.views(acme.ADA)[0].trouble == TROUBLE


def test_a_refused_submission_leaves_the_modal_in_trouble(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    slack.events_url = "http://127.0.0.1:9/"
    slack.submit(view_id, reason("wrong key"))

    assert slack.views(acme.ADA)[0].trouble == TROUBLE
    assert app.payloads == []


def test_only_the_person_before_the_modal_can_submit_it(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    with pytest.raises(NoSuchViewError):
        slack.submit(view_id, reason("wrong key"), user=acme.BO)
    slack.submit(view_id, reason("wrong key"))
    with pytest.raises(NoSuchViewError):
        slack.submit(view_id, reason("wrong key"))
    assert len(app.payloads) == 1


def test_changes_are_laid_over_the_payload(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    changes = {"view": {"private_metadata": "c:other:1"}}
    slack.submit(view_id, reason("wrong key"), changes=changes)

    assert app.payloads[0]["view"]["private_metadata"] == "c:other:1"
