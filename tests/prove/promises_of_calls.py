"""KMS is asked for what somebody pressed who may, once, and not after the proof."""

from chalice_app.domain.press import TOO_OLD
from infra.sandbox.slack import acme
from tests.fakes.journal import Call
from tests.fakes.places import KEY
from tests.prove.outside import OTHER_KEY, Outside
from tests.prove.promises_kept_now import demand
from tests.prove.workers import SECOND

RESPONDERS = {acme.ADA, acme.BO}
CALLS = {
    "rp.cancel": {"CancelKeyDeletion"},
    "rp.cancel_enable": {"CancelKeyDeletion", "EnableKey"},
    "rp.enable": {"EnableKey"},
    "rp.looking": set(),
    "rp.snooze": set(),
    "rp.intended": set(),
    "rp.expected": set(),
}


def only_what_was_asked(outside: Outside) -> None:
    journal = outside.journal
    made: set[tuple[int, str]] = set()
    proved: set[str] = set()
    for call, worker in zip(journal.calls, journal.made_by, strict=True):
        press = outside.workers[worker]
        if _writes_proof(call):
            proved.add(press)
        if str(call) == "keys.call":
            name, key = str(call.given[0]), call.given[1]
            demand(key.arn in {KEY, OTHER_KEY}, f"{name} was called on a strange key")
            demand(_asked(outside, press, name), f"nobody asked for {name}")
            demand(press not in proved, f"{name} was called after the proof of {press}")
            demand((worker, name) not in made, f"{name} came twice under one lease")
            made.add((worker, name))


def _asked(outside: Outside, press: str, name: str) -> bool:
    """Tell if a responder has, in a press that came before it was too old."""
    came = outside.received[press]
    young = [it for it in outside.presses if came - it.at <= TOO_OLD + SECOND]
    return any(
        it.id == press and it.user in RESPONDERS and name in CALLS[it.button]
        for it in young
    )


def _writes_proof(call: Call) -> bool:
    if str(call) != "table.write" or not call.answer:
        return False
    return any(".proved" in str(it.key["sk"]) for it in call.given)
