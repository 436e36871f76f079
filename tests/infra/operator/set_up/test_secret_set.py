"""`secret set` checks both secrets, stores both or says which, and shows neither."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.operator.secret.command import set_
from infra.operator.wording import say
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.operator.set_up.conftest import SIGNING, TOKEN
from tests.infra.operator.set_up.secret_runs import GOOD, NOTHING, SECRET, run, stored

pytestmark = pytest.mark.usefixtures("checkout", "manager")


def assert_refused(result: Result, key: str) -> None:
    """Nothing is stored, and the sentence says so."""
    sentence = say(key, why="").partition("(")[0]
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert result.stderr.endswith(f"{NOTHING}\n")
    assert result.stdout == ""
    assert (stored(TOKEN), stored(SIGNING)) == (None, None)


def test_both_are_stored_as_they_were_given_and_the_bot_is_named() -> None:
    result = run()

    assert result.exit_code == 0
    assert (stored(TOKEN), stored(SIGNING)) == (GOOD, SECRET)
    assert result.stderr == f"{say('secret.bot', name='reprieve', where='Acme')}\n"
    assert result.stdout == f"{say('secret.stored', names=f'{TOKEN}, {SIGNING}')}\n"


def test_as_json_it_prints_one_document() -> None:
    assert json.loads(run(GOOD, SECRET, "--json").stdout) == {
        "workspace": "Acme",
        "url": "https://acme.slack.com/",
        "bot": "reprieve",
        "stored": [TOKEN, SIGNING],
    }


def test_spaces_around_what_is_pasted_do_not_count() -> None:
    run(f"  {GOOD}\t", f" {SECRET} \r")

    assert (stored(TOKEN), stored(SIGNING)) == (GOOD, SECRET)


def test_a_second_time_replaces_both() -> None:
    run(GOOD, SECRET[::-1])
    run()

    assert (stored(TOKEN), stored(SIGNING)) == (GOOD, SECRET)


@pytest.mark.parametrize(
    ("token", "key"),
    [
        ("xoxb-other-token", "workspace.refused.invalid_auth"),
        ("xoxp-1-2-3-4", "secret.wrong.user_token"),
        ("xapp-1-2", "secret.wrong.app_token"),
        ("xoxb-\xff-and-more", "secret.wrong.no_bot_token"),
    ],
)
def test_a_wrong_token_is_refused(token: str, key: str) -> None:
    assert_refused(run(token), key)


def test_a_token_that_slack_says_is_a_persons_is_refused(slack: LocalSlack) -> None:
    app = replace(slack.store.workspace.app, bot_id="")
    slack.store.workspace = replace(slack.store.workspace, app=app)

    assert_refused(run(), "secret.wrong.user_token")


def test_a_token_in_place_of_the_signing_secret_is_refused() -> None:
    assert_refused(run(GOOD, GOOD), "secret.wrong.token_as_signing_secret")


def test_a_token_of_the_wrong_form_is_shown_to_nobody(slack: LocalSlack) -> None:
    run("xoxp-1-2-3-4")

    assert slack.store.calls == []


def test_an_unusual_signing_secret_is_stored_and_told() -> None:
    result = run(GOOD, "Zm9yIGFsbCBvZiB1cw")

    assert stored(SIGNING) == "Zm9yIGFsbCBvZiB1cw"
    assert say("secret.unusual") in result.stderr


@pytest.mark.parametrize("given", ["", "\n", f"{GOOD}\n", f"{GOOD}\n \n"])
def test_without_both_lines_it_is_a_wrong_command(given: str) -> None:
    line = ["secret", "set", "--stage", "dev"]
    result = CliRunner().invoke(commands, line, input=given)

    assert result.exit_code == 2
    assert say("secret.lines") in result.stderr
    assert (stored(TOKEN), stored(SIGNING)) == (None, None)


def test_a_name_from_slack_does_not_steer_the_terminal(slack: LocalSlack) -> None:
    team = replace(slack.store.workspace.team, name="Ac\x1b[2J\u202eme\n")
    slack.store.workspace = replace(slack.store.workspace, team=team)

    assert run().stderr == f"{say('secret.bot', name='reprieve', where='Ac[2Jme')}\n"


def test_no_argument_takes_a_secret() -> None:
    assert {it.name for it in set_.params} == {"stage", "profile", "as_json"}
