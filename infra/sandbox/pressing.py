"""People of the workspace press, and what must follow is verified from outside."""

from chalice_app.domain.remedy import Remedy
from infra.sandbox import letters
from infra.sandbox.scene import WORDS, Key, NotVerifiedError, Scene
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.records import Message, OpenView

_REASON = "Wrong account: this key is still in use."
_TRIES = 3


def cancelled_by(scene: Scene, key: Key, alert: Message, user: str) -> None:
    name = name_of(user)
    scene.say(f'{name} presses "{label("rp.cancel")}".')
    asked_for_reason(scene.world.slack, alert, user)
    view = scene.modal(user)
    scene.say(f'{name} writes "{_REASON}" and submits.')
    scene.world.slack.submit(view.id, {"reason": {"text": _REASON}}, user=user)
    scene.key_is(key, "Disabled")
    _told(scene, key, alert, user, Remedy.CANCEL_DELETION)


def asked_for_reason(slack: LocalSlack, alert: Message, user: str) -> OpenView:
    """Press until the modal opens: Slack waits three seconds, a cold start may not."""
    for _ in range(_TRIES):
        slack.press(alert.ts, "rp.cancel", user=user)
        views = slack.views(user)
        if views:
            return views[-1]
    raise NotVerifiedError("Expected: Slack shows a modal. Found: none.")


def enabled_by(scene: Scene, key: Key, alert: Message, user: str) -> None:
    scene.say(f'{name_of(user)} presses "{label("rp.enable")}" and confirms.')
    scene.world.slack.press(alert.ts, "rp.enable", user=user)
    scene.key_is(key, "Enabled")
    scene.alert(key, "resolved")
    _told(scene, key, alert, user, Remedy.ENABLE_KEY)


def refused_to(scene: Scene, key: Key, alert: Message, user: str, why: str) -> None:
    name = name_of(user)
    scene.say(f'{name} presses "{label("rp.cancel_enable")}" and confirms.')
    scene.world.slack.press(alert.ts, "rp.cancel_enable", user=user)
    people = ", ".join(f"<@{each}>" for each in scene.world.responders)
    scene.answered(user, WORDS.say(f"standing.{why}", responders=people))
    scene.key_is(key, "PendingDeletion")
    scene.verify(
        "CloudTrail has no call by Reprieve on this key.",
        lambda: scene.outside.calls_by_reprieve(key.id),
        lambda calls: calls == [],
    )


def name_of(user: str) -> str:
    return acme.ACME.users[user].display_name


def label(action_id: str) -> str:
    return WORDS.say(f"button.{action_id.removeprefix('rp.')}")


_LEFT = {Remedy.CANCEL_DELETION: "Disabled", Remedy.ENABLE_KEY: "Enabled"}
_CALL = {Remedy.CANCEL_DELETION: "CancelKeyDeletion", Remedy.ENABLE_KEY: "EnableKey"}


def _told(scene: Scene, key: Key, alert: Message, user: str, remedy: Remedy) -> None:
    """Slack and the mailbox say what was done, and CloudTrail's receipt follows."""
    deed, state = WORDS.say(f"deed.{remedy}"), f"`{_LEFT[remedy]}`"
    proof = WORDS.say("thread.proved", person=f"<@{user}>", deed=deed, state=state)
    scene.answered(user, WORDS.say("answer.done", deed=deed, state=state))
    scene.thread_says(alert, proof, f"`{_CALL[remedy]}`")
    letters.notice_came(scene, key, remedy)
