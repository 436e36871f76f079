"""Both of Slack's secrets are changed while everything runs; nothing is lost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.evidence import log_lines
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene
from infra.sandbox.slack import acme
from infra.sandbox.story import DYING
from tests.planted import leaks
from tests.stories.attacks import press_of_ada, signed
from tests.stories.trouble import Trouble, next_word_to, scene_in
from tests.unmeasured_world import world

TOKEN, SECRET = "xoxb-changed-token", "changed-signing-secret"


@pytest.fixture
def scene() -> Iterator[Scene]:
    with world() as deployed:
        deployed.deploy()
        yield scene_in(deployed)


def change_in_slack(scene: Scene) -> None:
    store = scene.world.slack.store
    app = replace(store.workspace.app, token=TOKEN, signing_secret=SECRET)
    store.workspace = replace(store.workspace, app=app)


def change_in_aws(scene: Scene) -> None:
    secrets = scene.world.aws.client("secretsmanager")
    for part, text in (("token", TOKEN), ("signing-secret", SECRET)):
        secrets.put_secret_value(
            SecretId=f"reprieve/dev/slack-{part}", SecretString=text
        )


def command(scene: Scene, *arguments: str) -> Any:
    """Run the operator's command as an operator does."""
    operator = scene.world.aws.assume("Administrator", "operator", EVERYTHING)
    line = (sys.executable, "-m", "chalice_app", "dead-letters", "--stage", "dev")
    told = subprocess.run(
        (*line, "--json", *arguments),
        env=scene.world.aws.environment(operator),
        capture_output=True,
        check=True,
    )
    return json.loads(told.stdout)


def test_an_alert_that_failed_is_sent_again_and_presses_go_on(scene: Scene) -> None:
    change_in_slack(scene)
    key = scene.key("alias/prod/unheard", "Data of a test")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id)
    [letter] = wait_for(lambda: command(scene, "list"), bool, PATIENCE)
    assert (letter["kind"], key.id in letter["what"]) == ("alerts", True)
    assert "invalid_auth" in letter["why"]

    change_in_aws(scene)
    told = command(scene, "redrive", letter["id"])

    assert told == {"sent": [letter["id"]], "left": []}
    trouble = Trouble(key=key, alert=scene.alert(key, "scheduled", *DYING))
    assert command(scene, "list") == []
    assert_presses_go_on(scene, trouble)
    assert leaks(log_lines(scene.world.aws, most=100_000), [TOKEN, SECRET]) == []


def assert_presses_go_on(scene: Scene, trouble: Trouble) -> None:
    body = press_of_ada(scene, trouble)
    send = scene.world.slack.send

    next_word_to(scene, trouble, acme.ADA, lambda: send(*signed(body, SECRET)))

    assert scene.outside.key_state(trouble.key.id) == "Enabled"
    assert send(*signed(body)).status == 401
