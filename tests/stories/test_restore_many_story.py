"""A storm of keys, and one responder who restores all of them but one."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest

from infra.sandbox.channel_state import acts
from infra.sandbox.outside import wait_for
from infra.sandbox.scene import WORDS, Scene
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Message, OpenView
from infra.sandbox.world import world
from tests.stories.trouble import scene_in

OWN, COUNT, TRIES = 3, 12, 3
LONG = 60.0  # seconds: a digest gathers for ten of them
REASON = "The pipeline ran in the wrong account"


@pytest.fixture(scope="module")
def stormy() -> Iterator[Scene]:
    with world(storms=True) as deployed:
        deployed.deploy()
        yield scene_in(deployed)


def storm(scene: Scene) -> dict[str, str]:
    """Schedule the deletion of many keys; give their ids by alias."""
    made = [scene.key(f"alias/storm/{it:02}", "") for it in range(OWN + COUNT)]
    for key in made:
        scene.outside.kms.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=7)
    return {key.name: key.id for key in made}


def digest(scene: Scene) -> Message:
    """Wait for the message of the storm to offer a review of all its keys."""
    title = WORDS.say("digest.harm.title", keys=str(COUNT))
    found = wait_for(
        lambda: scene.outside.channel().alerts(title),
        lambda found: len(found) == 1 and acts(found[0]) == ("rp.review",),
        LONG,
    )
    [message] = found
    return message


def listed(scene: Scene, alert: Message) -> OpenView:
    """Press until the modal opens, as a cold start may be late; wait for its keys."""
    for _ in range(TRIES):
        pressed = scene.world.slack.press(alert.ts, "rp.review")
        if scene.world.slack.views(acme.ADA):
            break
    assert pressed.status == HTTPStatus.OK, pressed
    views = wait_for(
        lambda: scene.world.slack.views(acme.ADA),
        lambda found: any(map(offered, found)),
        LONG,
    )
    return views[-1]


def offered(view: OpenView) -> dict[str, dict[str, str]]:
    """Give the options of each group of checkboxes: the value by the key's name."""
    return {
        block["block_id"]: {
            option["text"]["text"]: option["value"]
            for option in block["element"]["options"]
        }
        for block in view.view["blocks"]
        if block["block_id"].startswith("keys")
    }


def submitted(slack: LocalSlack, view: OpenView, name: str) -> None:
    """Untick one key; type first how many there are, then how many are chosen."""
    boxes = {
        block: {"keys": tuple(it for it in group.values() if it != group.get(name))}
        for block, group in offered(view).items()
    }
    rest = {**boxes, "reason": {"text": REASON}}
    slack.submit(view.id, {**rest, "number": {"text": str(COUNT)}})
    [again] = slack.views(acme.ADA)
    assert f"Type {COUNT - 1} to restore them" in again.errors["number"]
    assert slack.submit(view.id, {**rest, "number": {"text": str(COUNT - 1)}}).accepted
    assert slack.views(acme.ADA) == ()


def test_all_but_one_are_restored_and_proved(stormy: Scene) -> None:
    keys, outside = storm(stormy), stormy.outside
    alert = digest(stormy)
    view = listed(stormy, alert)
    names = [name for group in offered(view).values() for name in group]
    assert len(names) == COUNT

    submitted(stormy.world.slack, view, names[4])

    proved = f"Proved: {COUNT - 1}, KMS confirms `Disabled`."
    told = wait_for(
        lambda: [it.shown.text for it in outside.channel().thread(alert.ts)],
        lambda lines: any(proved in it for it in lines),
        LONG,
    )
    assert sum(proved in line and REASON in line for line in told) == 1
    assert outside.key_state(keys.pop(names[4])) == "PendingDeletion"
    saved = {keys[name] for name in names if name in keys}
    assert {outside.key_state(it) for it in saved} == {"Disabled"}
    calls = [outside.calls_by_reprieve(it) for it in saved]
    assert calls == [["CancelKeyDeletion"]] * (COUNT - 1)
    about = f"{COUNT - 1} of {COUNT - 1} keys restored"
    [notice] = wait_for(lambda: outside.notices_about(about), bool, LONG)
    assert REASON in notice["body"]
