"""Each key of the configuration is right, or one sentence names it."""

from typing import Any

import pytest

from chalice_app.settings import SLACK_API, SettingsError, read_settings, stage_in

GOOD: dict[str, Any] = {
    "email": "",
    "channel": "C0KMSALERT",
    "responders": ["U0ADALOVE1", "W0BOLINDQ2"],
}
OPTIONAL: dict[str, Any] = {
    "slack_api": "http://127.0.0.1:8080/api/",
    "language": "en",
    "storm": {"more_than": 5, "within_minutes": 15},
    "reminders": {"deletion": ["3d", "12h"]},
    "owner_group": "S0KMSOWNER",
}
WRONG: dict[str, list[Any]] = {
    "email": ["kms", "a@b@c", "a b@c", "a@b\n", "@b", "a@"],
    "channel": ["", "#kms-alerts", "kms-alerts", "C1", "U0ADALOVE1", "C0KMSALERT\n"],
    "responders": [
        *("", "U0ADALOVE1", "@ada", "S1", ["@ada"], ["S0KMSRESPO"], ["U0ADALOVE1", 7]),
        *([["U0ADALOVE1"]], ["U0ADALOVE1", ""]),
    ],
    "slack_api": [
        *("", "http://slack.com/api/", "http://localhost:8080/api/"),
        *("http://127.0.0.1/api/", "http://127.0.0.1.evil.example:1/api/"),
        *("http://127.0.0.1:1@evil.example/api/", "http://127x0x0x1:8080/api/"),
        *("https://slack.com/api", "https:///api/", "https://slack.com/x/api/"),
        *("ftp://127.0.0.1:1/api/", "http://127.0.0.1:1/api/\n", "https://a b/api/"),
    ],
    "language": ["", "EN", "xx", "../en"],
    "storm": [
        *({"more_than": 3}, {"within_minutes": 10}, [3, 10]),
        *({"more_than": it, "within_minutes": 10} for it in (0, 31, 3.0, True, "3")),
        *({"more_than": 3, "within_minutes": it} for it in (0, 61, None)),
        {"more_than": 3, "within_minutes": 10, "by": "account"},
    ],
    "owner_group": ["", "S1", "U0ADALOVE1", "@owners", ["S0KMSOWNER"]],
    "reminders": [
        *({"deleted": ["1d"]}, {"deletion": "1d"}, {"deletion": [7]}),
        *({"deletion": ["1d", "2d"]}, {"deletion": ["1d", "24h"]}),
        *({"disabled": ["2d", "1d"]}, {"disabled": ["1d", "24h"]}),
        *({"disabled": [it]} for it in ("", "d", "0h", "1.5h", "-1d", "1m", "1000h")),
    ],
}
OTHER_TYPES: list[Any] = [None, 7, True, {}, [7], [None]]


def document(section: object, stage: str = "dev") -> dict[str, Any]:
    return {"version": "2.0", "stages": {stage: {"reprieve": section}}}


def refusal(section: object, stage: str = "dev") -> str:
    with pytest.raises(SettingsError) as raised:
        read_settings(document(section), stage)
    said = str(raised.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert not set("{}") & set(said)
    return said


def test_what_is_right_is_read() -> None:
    found = read_settings(document(GOOD), "dev")
    assert (found.stage, found.email, found.channel) == ("dev", "", "C0KMSALERT")
    assert (found.slack_api, found.language) == (SLACK_API, "en")
    assert found.responders == ("U0ADALOVE1", "W0BOLINDQ2")
    assert found.responder_group is None


def test_one_user_group_may_stand_for_the_list() -> None:
    found = read_settings(document({**GOOD, "responders": "S0KMSRESPO"}), "dev")
    assert (found.responders, found.responder_group) == ((), "S0KMSRESPO")


def test_an_empty_list_is_nobody() -> None:
    found = read_settings(document({**GOOD, "responders": []}), "dev")
    assert (found.responders, found.responder_group) == ((), None)


@pytest.mark.parametrize("address", [SLACK_API, OPTIONAL["slack_api"]])
def test_slack_is_reached_by_https_or_on_this_machine(address: str) -> None:
    found = read_settings(document({**GOOD, "slack_api": address}), "dev")
    assert found.slack_api == address


def test_an_e_mail_address_may_have_digits_and_plus_signs() -> None:
    email = "kms+alerts.2@data-1.example.com"
    assert read_settings(document({**GOOD, "email": email}), "dev").email == email


@pytest.mark.parametrize("key", GOOD)
def test_a_key_that_is_absent_is_named(key: str) -> None:
    section = {name: value for name, value in GOOD.items() if name != key}
    assert f"reprieve.{key}" in refusal(section)


@pytest.mark.parametrize("key", [*GOOD, *OPTIONAL])
@pytest.mark.parametrize("value", OTHER_TYPES, ids=repr)
def test_a_value_of_another_type_is_named(key: str, value: object) -> None:
    assert f"reprieve.{key}" in refusal({**GOOD, key: value})


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, row in WRONG.items() for value in row]
)
def test_a_wrong_value_is_named(key: str, value: object) -> None:
    assert f"reprieve.{key}" in refusal({**GOOD, key: value})


@pytest.mark.parametrize("key", ["chanel", "Email", "slack_token", ""])
def test_an_unknown_key_is_named(key: str) -> None:
    assert f"reprieve.{key}" in refusal({**GOOD, key: "x"})


@pytest.mark.parametrize("section", [None, 7, [], "x"])
def test_a_section_of_another_type_is_named(section: object) -> None:
    assert "stages.dev.reprieve" in refusal(section)


@pytest.mark.parametrize(
    "whole",
    [{}, {"stages": None}, {"stages": []}, {"stages": {"dev": 7}}, {"stages": 7}],
)
def test_a_stage_that_is_not_there_is_named(whole: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=r"stages\.dev\.reprieve"):
        read_settings(whole, "dev")
    with pytest.raises(SettingsError, match=r"stages\.prod\.reprieve"):
        read_settings(document(GOOD), "prod")


def test_names_follow_from_the_stage() -> None:
    found = read_settings(document(GOOD, "prod"), "prod")
    assert found.name("cases") == "reprieve-prod-cases"
    assert found.secret("slack-token") == "reprieve/prod/slack-token"
    assert stage_in({"REPRIEVE_STAGE": "prod"}) == "prod"
    assert stage_in({}) == "dev"
