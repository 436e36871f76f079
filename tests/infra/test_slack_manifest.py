"""The manifest keeps within what Slack takes, and asks for what is used."""

from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parents[2] / "infra" / "slack_manifest.yaml"
TEXT = FILE.read_text(encoding="utf-8")
MANIFEST: Any = yaml.safe_load(TEXT)


def test_names_fit_where_slack_shows_them() -> None:
    assert len(MANIFEST["display_information"]["name"]) <= 35
    assert len(MANIFEST["display_information"]["description"]) <= 140
    assert len(MANIFEST["features"]["bot_user"]["display_name"]) <= 80


def test_it_asks_for_these_scopes_and_no_more() -> None:
    history = ["channels:history", "groups:history"]
    people = ["users:read", "usergroups:read"]
    channel = ["channels:read", "groups:read"]
    asked = MANIFEST["oauth_config"]["scopes"]["bot"]
    assert sorted(asked) == sorted(["chat:write", *history, *people, *channel])


def test_it_subscribes_to_no_events_and_has_no_command() -> None:
    assert set(MANIFEST["features"]) == {"bot_user"}
    assert set(MANIFEST["settings"]) == {
        "interactivity",
        "org_deploy_enabled",
        "socket_mode_enabled",
        "token_rotation_enabled",
    }


def test_with_its_two_lines_changed_it_takes_presses() -> None:
    changed = TEXT.replace("is_enabled: false #", "is_enabled: true #").replace(
        "# request_url:", "request_url:"
    )

    interactivity = yaml.safe_load(changed)["settings"]["interactivity"]

    assert MANIFEST["settings"]["interactivity"] == {"is_enabled": False}
    assert interactivity["is_enabled"] is True
    assert interactivity["request_url"].startswith("https://")
    assert interactivity["request_url"].endswith("/slack/events")
