"""The manifest is one that Slack takes, and it asks for what is used and no more."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from infra.operator.manifest import FILE, with_url
from infra.sandbox.slack import acme
from infra.sandbox.slack.web_api import METHODS
from tests.infra.operator.set_up.web_api_calls import SCOPES, called

URL = "https://abc123.execute-api.eu-west-1.amazonaws.com/api/slack/events"
TEXT = FILE.read_text(encoding="utf-8")
MANIFEST: Any = yaml.safe_load(TEXT)
FIXTURES = Path(__file__).parents[1] / "fixtures"
SCHEMA = json.loads((FIXTURES / "slack-manifest-schema.json").read_text())


@pytest.mark.parametrize("url", [None, URL, "http://127.0.0.1:4566/slack/events"])
def test_slacks_schema_takes_it(url: str | None) -> None:
    jsonschema.validate(yaml.safe_load(with_url(TEXT, url)), SCHEMA)


def test_the_schema_refuses_what_slack_refuses() -> None:
    for change in ({"name": "R" * 36}, {"nickname": "R"}):
        wrong = {**MANIFEST, "display_information": {"name": "R", **change}}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


def test_its_scopes_are_those_of_the_methods_that_the_code_calls() -> None:
    needed = {scope for method in called() for scope in SCOPES[method]}
    asked = MANIFEST["oauth_config"]["scopes"]["bot"]

    assert set(asked) == needed
    assert len(asked) == len(needed)


def test_the_calls_are_found() -> None:
    assert {"auth.test", "chat.postMessage", "users.info", "views.open"} <= called()


@pytest.mark.parametrize("method", SCOPES)
def test_the_sandbox_asks_for_the_same_scopes(method: str) -> None:
    assert METHODS[method].scopes == SCOPES[method]


def test_the_sandboxes_app_has_the_same_scopes() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == acme.SCOPES


def test_it_subscribes_to_no_events_and_has_no_command() -> None:
    assert set(MANIFEST["features"]) == {"bot_user"}
    assert set(MANIFEST["settings"]) == {
        "interactivity",
        "org_deploy_enabled",
        "socket_mode_enabled",
        "token_rotation_enabled",
    }
