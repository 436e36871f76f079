"""From a bare deploy to a saved key, by the three commands that set Slack up."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from infra.operator.wording import say
from infra.sandbox.aws.people import Policy
from infra.sandbox.evidence import log_lines
from infra.sandbox.pressing import cancelled_by
from infra.sandbox.scene import Scene
from infra.sandbox.slack import acme
from infra.sandbox.story import DYING
from tests.planted import leaks
from tests.stories.terminal import Terminal, printed
from tests.stories.trouble import scene_in
from tests.unmeasured_world import world

TOKEN, SECRET = acme.REPRIEVE_APP.token, acme.REPRIEVE_APP.signing_secret
NAMES = ("reprieve/dev/slack-token", "reprieve/dev/slack-signing-secret")
# What the page "Slack set-up" says that each command needs, and nothing else.
_ARN = "arn:aws:secretsmanager:*:*:secret:"
MAY_STORE: Policy = {
    "Effect": "Allow",
    "Action": "secretsmanager:PutSecretValue",
    "Resource": [f"{_ARN}{name}-*" for name in NAMES],
}
MAY_READ: Policy = {
    "Effect": "Allow",
    "Action": "secretsmanager:GetSecretValue",
    "Resource": f"{_ARN}{NAMES[0]}-*",
}


@pytest.fixture(scope="module")
def scene() -> Iterator[Scene]:
    with world() as deployed:
        deployed.deployment.deploy()
        yield scene_in(deployed)


def environment(scene: Scene, role: str, policy: Policy) -> dict[str, str]:
    aws = scene.world.aws
    return aws.environment(aws.assume(role, "operator", policy))


def store_the_secrets(scene: Scene) -> str:
    """Paste both secrets in a terminal; give all that it showed."""
    folder = scene.world.deployment.folder
    may = environment(scene, "MayStore", MAY_STORE)
    with Terminal(folder, may, "secret", "set", "--stage", "dev") as terminal:
        terminal.wait_for(say("secret.label.token"))
        terminal.paste(TOKEN)
        terminal.wait_for(say("secret.label.signing_secret"))
        known = terminal.known_to_others()
        terminal.paste(SECRET)
        assert terminal.code() == 0, terminal.shown
        assert not [it for it in (TOKEN, SECRET) if it.encode() in known]
        return terminal.shown


def url_in_the_manifest(scene: Scene) -> str:
    folder, aws = scene.world.deployment.folder, scene.world.aws
    shown = printed(folder, aws.environment(), "manifest", "--stage", "dev")
    settings: Any = yaml.safe_load(shown)["settings"]
    return str(settings["interactivity"]["request_url"])


def hello(scene: Scene) -> Any:
    folder = scene.world.deployment.folder
    may = environment(scene, "MayRead", MAY_READ)
    return json.loads(printed(folder, may, "hello", "--stage", "dev", "--json"))


def test_three_commands_make_a_deploy_save_keys(scene: Scene) -> None:
    shown = store_the_secrets(scene)
    scene.world.slack.events_url = url_in_the_manifest(scene)
    told = hello(scene)

    assert leaks([shown]) == []
    assert say("secret.stored", names=", ".join(NAMES)) in shown.replace("\r\n", " ")
    assert scene.world.slack.events_url == scene.world.deployment.slack_url
    assert scene.world.slack.message(told["ts"]).shown.text == told["text"]
    key = scene.key("alias/prod/first", "The first key in danger")
    scene.outside.kms.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=7)
    alert = scene.alert(key, "scheduled", *DYING)
    cancelled_by(scene, key, alert, acme.ADA)
    assert leaks(log_lines(scene.world.aws, most=100_000)) == []


def test_who_may_store_one_secret_alone_is_told_which_one_it_was(scene: Scene) -> None:
    one = {**MAY_STORE, "Resource": f"{_ARN}{NAMES[0]}-*"}
    may = environment(scene, "MayStoreOne", one)
    folder = scene.world.deployment.folder
    with Terminal(folder, may, "secret", "set", "--stage", "dev") as terminal:
        terminal.wait_for(say("secret.label.token"))
        terminal.paste(TOKEN)
        terminal.wait_for(say("secret.label.signing_secret"))
        terminal.paste(SECRET)

        assert terminal.code() == 1
        assert f"Stored: {NAMES[0]}. {NAMES[1]} was not stored." in terminal.shown
        assert "AWS refused PutSecretValue: AccessDeniedException" in terminal.shown
        assert leaks([terminal.shown]) == []
