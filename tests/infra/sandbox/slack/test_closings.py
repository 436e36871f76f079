"""A modal that is left is gone, and an app that asked to know is told."""

import pytest
from slack_sdk import WebClient

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.submissions import NoSuchViewError
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import modal


def test_a_modal_that_is_left_is_gone_and_nobody_is_told(
    slack: LocalSlack, app: AppDouble, view_id: str
) -> None:
    assert not slack.close(view_id).sent

    assert slack.views(acme.ADA) == ()
    assert app.payloads == []


def test_an_app_that_asked_to_know_is_told(
    slack: LocalSlack, client: WebClient, app: AppDouble
) -> None:
    trigger = slack.store.new_trigger(acme.ADA)
    view = modal(notify_on_close=True)
    opened = client.views_open(trigger_id=trigger, view=view)["view"]["id"]

    assert slack.close(opened).accepted

    [payload] = app.payloads
    assert payload["type"] == "view_closed"
    assert payload["view"]["id"] == opened
    assert payload["user"]["id"] == acme.ADA
    assert payload["is_cleared"] is False
    assert "trigger_id" not in payload


def test_nobody_leaves_what_is_not_before_them(slack: LocalSlack, view_id: str) -> None:
    with pytest.raises(NoSuchViewError):
        slack.close(view_id, user=acme.BO)
    assert len(slack.views(acme.ADA)) == 1
