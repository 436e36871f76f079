"""What `secret set` says when Slack or AWS fails in the middle."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fakes.odd_slack import Answer, odd_slack
from tests.infra.operator.set_up.conftest import SIGNING, TOKEN, change
from tests.infra.operator.set_up.secret_runs import GOOD, NOTHING, run, stored

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

ROOT = Path(__file__).parents[4]

pytestmark = pytest.mark.usefixtures("manager")


@pytest.mark.parametrize(
    "answer",
    [
        None,
        (200, b"<html>\n\n<h1>no json</h1>\r\n" + b"<p>" * 1000),
        (200, b'{"ok": false, "error": "\\u001b[2Jfatal"}'),
        (200, b'{"ok": false, "error": "internal_error"}'),
        (429, b'{"ok": false, "error": "ratelimited"}'),
        (503, b""),
    ],
)
def test_a_slack_that_does_not_answer_ends_it_in_a_sentence(
    checkout: Path, answer: Answer | None
) -> None:
    with odd_slack() as odd:
        odd.answer = answer
        change(checkout, slack_api=odd.url)
        result = run()

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Slack ")
    assert result.stderr.endswith(f"{NOTHING}\n")
    assert result.stderr.removesuffix("\n").isprintable()
    assert stored(TOKEN) is None


def test_a_slack_that_is_not_there_is_said(checkout: Path) -> None:
    change(checkout, slack_api="http://127.0.0.1:9/api/")

    assert "Connection refused" in run().stderr


@pytest.mark.usefixtures("checkout")
def test_before_a_deploy_nothing_is_stored(manager: "SecretsManagerClient") -> None:
    for name in (TOKEN, SIGNING):
        manager.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)

    result = run()

    assert result.exit_code == 1
    assert f"{TOKEN} was not stored. There is no such secret" in result.stderr
    assert result.stderr.endswith(f"{NOTHING}\n")


@pytest.mark.usefixtures("checkout")
def test_when_the_second_fails_the_first_is_named(
    manager: "SecretsManagerClient",
) -> None:
    manager.delete_secret(SecretId=SIGNING, ForceDeleteWithoutRecovery=True)

    result = run()

    assert result.exit_code == 1
    assert f"Stored: {TOKEN}. {SIGNING} was not stored." in result.stderr
    assert NOTHING not in result.stderr
    assert stored(TOKEN) == GOOD


@pytest.mark.usefixtures("checkout")
def test_an_aws_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    result = run()

    assert result.exit_code == 1
    assert f"{TOKEN} was not stored. AWS was not reached" in result.stderr
    assert result.stderr.endswith(f"{NOTHING}\n")


def test_in_a_process_of_its_own_it_says_one_sentence_and_no_traceback(
    checkout: Path,
) -> None:
    change(checkout, slack_api="http://127.0.0.1:9/api/")

    ran = subprocess.run(
        [sys.executable, "-m", "chalice_app", "secret", "set", "--stage", "dev"],
        env={"PYTHONPATH": str(ROOT), "AWS_REGION": "eu-west-1"},
        input=f"{GOOD}\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout) == (1, "")
    [sentence] = ran.stderr.splitlines()
    assert sentence.startswith("Error: Slack gave no clear answer")
    assert sentence.endswith(NOTHING)
