"""Nothing is claimed before KMS has shown it, whatever fails on the way."""

import re
from collections.abc import Callable, Iterator

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.remedy import Remedy, reached
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError
from tests.fakes.journal import Call, Journal
from tests.fakes.keys import Trouble
from tests.fakes.places import KEY
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of

CANCELLED = re.compile("deletion cancelled", re.IGNORECASE)
ENABLED = re.compile("key re-enabled|re-enabled by|resolved", re.IGNORECASE)
SPEAKING = ("chat.post", "chat.update", "chat.reply", "chat.respond", "chat.whisper")
Failures = st.SearchStrategy[list[Exception | None]]
CODES = ("AccessDeniedException", "KMSInvalidStateException", "LimitExceededException")

kms = st.lists(st.sampled_from([None, None, *Trouble, *CODES]), max_size=6)
slack: Failures = st.lists(
    st.sampled_from([None, None, ChatSilentError("chat"), ChatRefusedError("m", "c")]),
    max_size=3,
)
mail: Failures = st.lists(st.sampled_from([None, TryAgainError("notices")]), max_size=2)
dying = st.sampled_from(
    [KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION, KeyState.DISABLED]
)
buttons = st.sampled_from(["rp.cancel", "rp.cancel_enable", "rp.enable"])
failing = settings(
    max_examples=15,
    deadline=None,
    # A world is slow to build, and a failing example is short as it is.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def claims(journal: Journal) -> Iterator[tuple[Remedy, list[Call]]]:
    """Yield what was said to be done, with all calls before it was said."""
    for at, call in enumerate(journal.calls):
        if str(call) in (*SPEAKING, "notices.send"):
            said = str(call.given)
            if CANCELLED.search(said):
                yield Remedy.CANCEL_DELETION, journal.calls[:at]
            if ENABLED.search(said):
                yield Remedy.ENABLE_KEY, journal.calls[:at]


def proved(remedy: Remedy, before: list[Call]) -> bool:
    readings = (call.answer for call in before if str(call) == "keys.read")
    return any(
        isinstance(it, KeyReading) and reached(remedy, it.state) for it in readings
    )


@failing
@given(data=st.data(), state=dying, button=buttons)
def test_every_claim_has_a_proof_and_every_press_an_answer(
    worlds: Callable[[], World], data: st.DataObject, state: KeyState, button: str
) -> None:
    world = worlds()
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    world.keys.put(KEY, state)
    world.keys.before[KEY] = data.draw(dying, "what a stale reading shows")
    world.keys.on_call = data.draw(kms, "calls")
    world.keys.on_read = data.draw(kms, "readings")
    for method in ("update", "reply", "respond", "whisper"):
        world.chat.fails[method] = data.draw(slack, method)
    world.notices.fails = data.draw(mail, "notices")
    world.journal.calls.clear()

    done = world.press_until_done(Pressed(button=button, value=value_of(case)))

    for remedy, before in claims(world.journal):
        assert proved(remedy, before)
    if done <= 5:
        assert world.answers or any(
            "<@U0ADALOVE1>: " in it for it in world.message.lines
        )
    assert len(world.notices.sent) <= 1
