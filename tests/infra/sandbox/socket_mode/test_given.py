"""What the environment gives is checked before anything starts, and kept secret."""

import re
from pathlib import Path

import pytest
import yaml

from infra.sandbox.socket_mode.given import taken
from infra.sandbox.socket_mode.guide import guide
from infra.sandbox.socket_mode.manifest import manifest
from infra.sandbox.socket_mode.refusals import CannotJoinError

BOT, APP = "xoxb-planted-bot", "xapp-planted-app"
WHOLE = {
    "SLACK_BOT_TOKEN": BOT,
    "SLACK_APP_TOKEN": APP,
    "SLACK_CHANNEL": "C0123456789",
    "SLACK_RESPONDERS": "U0123456789, W9876543210",
}
PRODUCT = Path(__file__).parents[4] / "infra" / "slack_manifest.yaml"


def nobody(_question: str) -> str:
    return ""


def refused(**changes: str) -> str:
    with pytest.raises(CannotJoinError) as caught:
        taken({**WHOLE, **changes}, nobody)
    return str(caught.value)


def test_the_tokens_are_taken_out_of_the_environment_and_show_nowhere() -> None:
    environment = {**WHOLE, "HOME": "/home/ada"}

    given = taken(environment, nobody)

    assert (given.bot_token, given.app_token) == (BOT, APP)
    assert environment.keys() & {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"} == set()
    assert "planted" not in repr(given)
    assert "planted" not in repr(given.section())


def test_the_section_is_that_of_a_real_installation() -> None:
    assert taken(dict(WHOLE), nobody).section() == {
        "email": "security@acme.example",
        "channel": "C0123456789",
        "responders": ["U0123456789", "W9876543210"],
        "slack_api": "https://slack.com/api/",
    }


def test_one_group_stands_alone() -> None:
    group = {**WHOLE, "SLACK_RESPONDERS": "S0123456789"}
    assert taken(group, nobody).responders == "S0123456789"


def test_what_is_not_set_is_asked() -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "C0123456789" if "channel" in question else "U0123456789"

    tokens = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}
    given = taken(tokens, ask)

    assert (given.channel, given.responders) == ("C0123456789", ["U0123456789"])
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("SLACK_BOT_TOKEN", "", "Not set: SLACK_BOT_TOKEN."),
        ("SLACK_APP_TOKEN", " ", "Not set: SLACK_APP_TOKEN."),
        ("SLACK_BOT_TOKEN", APP, "SLACK_BOT_TOKEN must begin with xoxb-."),
        ("SLACK_APP_TOKEN", BOT, "SLACK_APP_TOKEN must begin with xapp-."),
        ("SLACK_CHANNEL", "", "SLACK_CHANNEL must be a channel's id"),
        ("SLACK_CHANNEL", "#kms-alerts", "SLACK_CHANNEL must be a channel's id"),
        ("SLACK_RESPONDERS", "ada", "SLACK_RESPONDERS member ids"),
    ],
)
def test_what_cannot_work_is_told_before_anything_starts(
    variable: str, value: str, sentence: str
) -> None:
    told = refused(**{variable: value})
    assert sentence in told
    assert "planted" not in told


def test_without_tokens_the_guide_says_how_to_get_them() -> None:
    told = refused(SLACK_BOT_TOKEN="", SLACK_APP_TOKEN="")
    assert told == guide("Not set: SLACK_BOT_TOKEN and SLACK_APP_TOKEN.")
    assert all(len(line) <= 88 for line in guide("").split(manifest())[0].split("\n"))


def test_the_guide_has_the_manifest_ready_to_paste() -> None:
    between = re.findall(r"-{78}\n(.*?)-{78}", guide(""), re.DOTALL)
    assert yaml.safe_load(between[0]) == yaml.safe_load(manifest())


def test_the_manifest_is_the_products_but_for_socket_mode_and_the_name() -> None:
    product = yaml.safe_load(PRODUCT.read_text(encoding="utf-8"))
    ours = yaml.safe_load(manifest())

    product["display_information"]["name"] = "Reprieve sandbox"
    product["features"]["bot_user"]["display_name"] = "reprieve-sandbox"
    product["settings"]["socket_mode_enabled"] = True
    product["settings"]["interactivity"] = {"is_enabled": True}
    assert ours == product
    assert f"/invite @{ours['features']['bot_user']['display_name']}" in guide("")


def test_a_token_with_a_sign_that_none_has_is_refused_and_not_shown() -> None:
    said = refused(SLACK_BOT_TOKEN=f"{BOT}\n{APP}")
    assert "SLACK_BOT_TOKEN" in said
    assert "planted" not in said
