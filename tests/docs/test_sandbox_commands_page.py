"""The page about the commands in the sandbox names the local Slack's own secrets."""

from infra.sandbox.slack import acme
from tests.docs.pages import page

PAGE = page("docs/sandbox-commands.md")


def test_the_secrets_are_those_of_the_local_slack() -> None:
    assert f"`{acme.REPRIEVE_APP.token}`" in PAGE.text
    assert f"`{acme.REPRIEVE_APP.signing_secret}`" in PAGE.text
