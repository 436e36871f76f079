"""The page about the commands in the sandbox configures a clone as the demo is."""

import json

from infra.sandbox.slack import acme
from infra.sandbox.world import EMAIL
from tests.docs.pages import page

PAGE = page("docs/sandbox-commands.md")


def test_the_clone_is_configured_as_the_demo_is() -> None:
    [block] = [it for it in PAGE.blocks if it.lstrip().startswith("```json")]
    lines = block.splitlines()[1:-1]

    assert json.loads("{" + "".join(lines) + "}")["reprieve"] == {
        "email": EMAIL,
        "channel": acme.CHANNEL,
        "responders": [acme.ADA, acme.BO],
        "slack_api": "http://127.0.0.1:PORT/api/",
    }


def test_the_secrets_are_those_of_the_local_slack() -> None:
    assert f"`{acme.REPRIEVE_APP.token}`" in PAGE.text
    assert f"`{acme.REPRIEVE_APP.signing_secret}`" in PAGE.text
