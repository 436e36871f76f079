"""The payload of a press, in Slack's own shape."""

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import plain


def test_the_payload_has_slacks_shape(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    slack.press(ts, "rp.go", user=acme.BO)

    payload = app.payloads[0]
    assert payload["type"] == "block_actions"
    assert payload["user"] == {
        "id": acme.BO,
        "username": "bo",
        "name": "bo",
        "team_id": acme.HOME,
    }
    assert payload["team"] == {"id": acme.HOME, "domain": "acme"}
    assert payload["channel"] == {"id": acme.CHANNEL, "name": "kms-alerts"}
    assert payload["container"]["message_ts"] == ts
    assert payload["message"]["ts"] == ts
    assert payload["message"]["bot_id"] == "B0REPRIEVE"
    assert payload["state"] == {"values": {}}
    assert payload["api_app_id"] == "A0REPRIEVE"
    assert payload["is_enterprise_install"] is False
    assert payload["response_url"].startswith(slack.url)


def test_the_action_is_the_button_that_was_pressed(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    slack.press(ts, "rp.go")

    action = app.payloads[0]["actions"][0]
    assert float(action.pop("action_ts")) > 0
    assert action == {
        "type": "button",
        "action_id": "rp.go",
        "block_id": "act.7f3c.4",
        "text": {**plain("Go"), "emoji": True},
        "value": "c:7f3c:4",
        "style": "primary",
    }


def test_a_stranger_comes_with_both_teams(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    slack.press(ts, "rp.go", user=acme.STRANGER)

    assert app.payloads[0]["user"]["team_id"] == acme.OTHER
    assert app.payloads[0]["team"]["id"] == acme.HOME


def test_changes_are_laid_over_the_payload_and_signed(
    slack: LocalSlack, app: AppDouble, ts: str
) -> None:
    changes = {"team": {"id": acme.OTHER}, "actions": [{"value": "c:other:1"}]}
    slack.press(ts, "rp.go", changes=changes)

    payload = app.payloads[0]
    assert payload["team"] == {"id": acme.OTHER, "domain": "acme"}
    assert payload["actions"][0]["value"] == "c:other:1"
    assert payload["actions"][0]["action_id"] == "rp.go"
