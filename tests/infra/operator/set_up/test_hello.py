"""`hello` posts one line, says where it stands, and why it could not."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from chalice_app.views.greeting import greeting
from chalice_app.views.words import words_in
from infra.operator.wording import say
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.switches import switched
from tests.infra.operator.set_up.conftest import TOKEN, change
from tests.infra.operator.set_up.secret_runs import GOOD, shown

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

PLACE = ("123456789012", REGION)  # moto's account
LINE = greeting(PLACE, [acme.ADA, acme.BO], None, words_in("en"))
LINK = "https://acme.slack.com/archives/C0KMSALERT/p"


@pytest.fixture(autouse=True)
def kept(manager: "SecretsManagerClient") -> "SecretsManagerClient":
    manager.put_secret_value(SecretId=TOKEN, SecretString=GOOD)
    return manager


def run(*options: str) -> Result:
    result = CliRunner().invoke(commands, ["hello", "--stage", "dev", *options])
    assert not shown(GOOD, result.output)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def said(slack: LocalSlack) -> list[str]:
    return [it.shown.text for it in slack.store.messages.values()]


@pytest.mark.usefixtures("checkout")
def test_it_posts_one_line_and_says_which_and_where(slack: LocalSlack) -> None:
    result = run()

    assert result.exit_code == 0
    assert said(slack) == [LINE]
    posted, link = result.stdout.splitlines()
    assert posted == say("hello.posted", channel=acme.CHANNEL, text=LINE)
    assert link.startswith(say("hello.link", link=LINK))


@pytest.mark.usefixtures("checkout")
def test_as_json_it_prints_one_document(slack: LocalSlack) -> None:
    told = json.loads(run("--json").stdout)

    [ts] = slack.store.messages
    link = f"{LINK}{ts.replace('.', '')}"
    assert told == {
        "channel": acme.CHANNEL,
        "ts": ts,
        "text": LINE,
        "permalink": link,
    }


@pytest.mark.usefixtures("checkout")
def test_no_case_is_found_in_its_line(slack: LocalSlack) -> None:
    run()

    [message] = slack.store.messages.values()
    assert message.shown.metadata is None


@pytest.mark.usefixtures("checkout")
def test_it_posts_again_each_time(slack: LocalSlack) -> None:
    run()
    run()

    assert said(slack) == [LINE, LINE]


@pytest.mark.parametrize("responders", [[], acme.RESPONDERS])
def test_it_tells_who_is_configured(
    slack: LocalSlack, checkout: Path, responders: list[str] | str
) -> None:
    change(checkout, responders=responders)
    run()

    group = responders if isinstance(responders, str) else None
    assert said(slack) == [greeting(PLACE, (), group, words_in("en"))]


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    ("switch", "code"),
    [
        ("put-out", "not_in_channel"),
        ("archive", "is_archived"),
        ("set-token", "invalid_auth"),
    ],
)
def test_what_slack_refuses_is_told_with_the_remedy(
    slack: LocalSlack, switch: str, code: str
) -> None:
    switched(slack.store, switch, "xoxb-changed")

    result = run()

    why = f"chat.postMessage: {code}"
    sentence = say(f"workspace.refused.{code}", why=why)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {sentence}\n"


def test_a_channel_that_is_not_there_is_told(checkout: Path) -> None:
    change(checkout, channel="C0NOTTHERE")

    assert "Slack does not show the bot this channel" in run().stderr


@pytest.mark.usefixtures("checkout")
def test_without_a_token_it_says_what_to_do(kept: "SecretsManagerClient") -> None:
    kept.delete_secret(SecretId=TOKEN, ForceDeleteWithoutRecovery=True)
    sentence = say("workspace.no_token", name=TOKEN, region=REGION)
    assert run().stderr == f"Error: {sentence}\n"

    kept.create_secret(Name=TOKEN)  # as a deploy leaves it: there, and empty
    assert run().stderr == f"Error: {sentence}\n"


@pytest.mark.usefixtures("checkout")
def test_both_secrets_in_one_are_refused_and_not_shown(
    kept: "SecretsManagerClient",
) -> None:
    kept.put_secret_value(SecretId=TOKEN, SecretString=f"{GOOD}\n{GOOD}")
    sentence = say("workspace.no_such_token", name=TOKEN)
    assert run().stderr == f"Error: {sentence}\n"
