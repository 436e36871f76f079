"""What is done around one kill -9, and what must be true when all is drained."""

import time
from dataclasses import dataclass

from infra.sandbox.channel_state import ChannelState, acts, header
from infra.sandbox.outside import wait_for
from infra.sandbox.scene import WORDS
from infra.sandbox.slack import acme
from infra.sandbox.slack.records import Message
from infra.sandbox.story import DYING
from tests.stories.killed_sandbox import KilledSandbox

PATIENCE = 60.0
_DEED = WORDS.say("deed.cancel_and_enable")
DONE = WORDS.say("answer.done", deed=_DEED, state="`Enabled`")
PROVED = WORDS.say(
    "thread.proved", person=f"<@{acme.ADA}>", deed=_DEED, state="`Enabled`"
)
CALLS = ["CancelKeyDeletion", "EnableKey"]
FOLDED = WORDS.say("alert.folded_text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A press under way, and what its presser had heard before it."""

    key: str
    ts: str
    heard: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is seen from outside of a key that was pressed for."""

    state: str
    calls: list[str]
    title: str
    buttons: tuple[str, ...] = ()
    answers: list[str]


def schedule(sandbox: KilledSandbox) -> str:
    kms = sandbox.kms()
    key: str = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    return key


def press(sandbox: KilledSandbox, key: str) -> Pressed:
    channel = sandbox.channel()
    [alert] = channel.alerts(key)
    sandbox.press(alert.ts, "rp.cancel_enable", acme.ADA)
    return Pressed(key=key, ts=alert.ts, heard=len(channel.answers_to(acme.ADA)))


def drain(sandbox: KilledSandbox) -> None:
    """Wait until nothing is under way; what waits in a queue is due at once."""
    end = time.monotonic() + PATIENCE
    while (found := sandbox.aws.under_way())["running"] or found["due"]:
        assert time.monotonic() < end, f"It never came to rest: {found}"
        pause = min(found["due"], default=0.0)
        if not found["running"] and pause > 0:
            sandbox.wait(pause)
        time.sleep(0.05)


def is_alerted(sandbox: KilledSandbox, key: str) -> None:
    """Hold the case of a dying key that nobody has pressed for to the truth."""
    [alert] = sandbox.channel().alerts(key)
    assert header(alert) == WORDS.say("alert.scheduled.title", key=key)
    assert acts(alert) == DYING
    assert _state(sandbox, key) == "PendingDeletion"
    assert sandbox.calls_by_reprieve(key) == []


def is_saved(sandbox: KilledSandbox, pressed: Pressed) -> None:
    """Hold the case of a key that was pressed for to the truth."""
    channel, key = sandbox.channel(), pressed.key
    [alert] = channel.alerts(key)
    found = Ending(
        state=_state(sandbox, key),
        calls=sandbox.calls_by_reprieve(key),
        title=header(alert),
        buttons=acts(alert),
        answers=_heard(channel, pressed)[-1:],
    )
    title = WORDS.say("alert.resolved.title", key=key)
    right = Ending(state="Enabled", calls=CALLS, title=title, answers=[DONE])
    assert found == right, found
    lines = [line.shown.text for line in channel.thread(pressed.ts)]
    for part in (PROVED, "`CancelKeyDeletion`", "`EnableKey`"):
        assert any(part in line for line in lines), (part, lines)


def never_came(sandbox: KilledSandbox, pressed: Pressed) -> bool:
    """Tell if the press died with Slack: then nothing at all has come of it."""
    channel = sandbox.channel()
    lines = [line.shown.text for line in channel.thread(pressed.ts)]
    return not (
        sandbox.calls_by_reprieve(pressed.key)
        or _heard(channel, pressed)
        or any(PROVED in line for line in lines)
    )


def folded(sandbox: KilledSandbox) -> int:
    return sum(FOLDED in repr(one.shown) for one in _top(sandbox))


def top_level(sandbox: KilledSandbox) -> int:
    return len(_top(sandbox))


def wait_for_alert(sandbox: KilledSandbox, key: str) -> None:
    assert wait_for(lambda: sandbox.channel().alerts(key), bool, PATIENCE)


def wait_for_answer(sandbox: KilledSandbox, pressed: Pressed) -> None:
    assert wait_for(lambda: _heard(sandbox.channel(), pressed), bool, PATIENCE)


def _top(sandbox: KilledSandbox) -> list[Message]:
    return [one for one in sandbox.channel().messages if one.thread_ts is None]


def _heard(channel: ChannelState, pressed: Pressed) -> list[str]:
    return list(channel.answers_to(acme.ADA)[pressed.heard :])


def _state(sandbox: KilledSandbox, key: str) -> str:
    found = sandbox.kms().describe_key(KeyId=key)["KeyMetadata"]["KeyState"]
    return str(found)
