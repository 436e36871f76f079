"""What `hello` says when Slack falls silent, and what it reads from AWS."""

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from chalice_app.__main__ import commands
from infra.operator.wording import say
from infra.sandbox.aws.shapes import REGION
from infra.sandbox.faults.switches import Switches
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.infra.operator.set_up.conftest import TOKEN
from tests.infra.operator.set_up.secret_runs import GOOD

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

pytestmark = pytest.mark.usefixtures("checkout")


@pytest.fixture
def kept(manager: "SecretsManagerClient") -> "SecretsManagerClient":
    manager.put_secret_value(SecretId=TOKEN, SecretString=GOOD)
    return manager


@pytest.fixture
def faults(slack: LocalSlack) -> Switches:
    return Switches(slack.url)


def run() -> Result:
    return CliRunner().invoke(commands, ["hello", "--stage", "dev"])


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", ["closed", "rate-limit"])
def test_when_slack_does_not_say_if_it_posted_one_is_told_to_look(
    faults: Switches, kind: str
) -> None:
    faults.set("slack", "chat.postMessage", kind, times=1)

    result = run()

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {say('hello.unclear', channel=acme.CHANNEL)}\n"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", ["closed", "error"])
def test_a_line_without_a_link_is_posted_all_the_same(
    slack: LocalSlack, faults: Switches, kind: str
) -> None:
    faults.set("slack", "chat.getPermalink", kind, name="message_not_found", times=1)

    result = run()

    assert result.exit_code == 0
    assert len(slack.messages()) == 1
    assert result.stdout.endswith(f"{say('hello.no_link')}\n")


def test_bytes_are_no_token(kept: "SecretsManagerClient") -> None:
    kept.put_secret_value(SecretId=TOKEN, SecretBinary=b"xoxb-bytes")

    sentence = say("workspace.no_token", name=TOKEN, region=REGION)
    assert run().stderr == f"Error: {sentence}\n"


def test_what_aws_refuses_is_told_in_its_words(kept: "SecretsManagerClient") -> None:
    """A secret that is scheduled for deletion cannot be read."""
    kept.delete_secret(SecretId=TOKEN, RecoveryWindowInDays=7)

    result = run()

    assert result.exit_code == 1
    assert "AWS refused GetSecretValue: InvalidRequestException" in result.stderr
