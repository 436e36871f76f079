"""KMS is asked for what somebody pressed who may, once, and not after the proof."""

from collections.abc import Iterator

from chalice_app.domain.press import TOO_OLD
from infra.sandbox.slack import acme
from tests.fakes.journal import Call
from tests.prove.outside import Outside
from tests.prove.promises_kept_now import demand
from tests.prove.workers import SECOND

RESPONDERS = {acme.ADA, acme.BO}
CALLS = {
    "rp.cancel": {"CancelKeyDeletion"},
    "rp.cancel_enable": {"CancelKeyDeletion", "EnableKey"},
    "rp.enable": {"EnableKey"},
    "rp.looking": set(),
    "rp.review": set(),
    "rp.restore": set(),  # unless it was submitted with the right number
    "rp.snooze": set(),
    "rp.intended": set(),
    "rp.expected": set(),
}


def only_what_was_asked(outside: Outside) -> None:
    journal = outside.journal
    made: set[tuple[int, str, str]] = set()
    proved: set[tuple[str, str]] = set()
    acting: dict[int, str] = {}  # on which case a worker has last written down a call
    for call, worker in zip(journal.calls, journal.made_by, strict=True):
        press = outside.workers[worker]
        for case_id in _written(call, ".asked"):
            acting[worker] = case_id
        proved |= {(press, it) for it in _written(call, ".proved")}
        if str(call) == "keys.call":
            name, key = str(call.given[0]), call.given[1]
            demand(
                key.arn in outside.keys.states, f"{name} was called on a strange key"
            )
            case_id = acting[worker]
            demand(_asked(outside, press, case_id, name), f"nobody asked for {name}")
            demand(
                (press, case_id) not in proved,
                f"{name} was called after the proof of {press}",
            )
            one = (worker, case_id, name)
            demand(one not in made, f"{name} came twice under one lease")
            made.add(one)


def _asked(outside: Outside, press: str, case_id: str, name: str) -> bool:
    """Tell if a responder has, in a press that came before it was too old."""
    came = outside.received[press]
    young = [it for it in outside.presses if came - it.at <= TOO_OLD + SECOND]
    cases, calls = outside.chosen.get(press, ({case_id}, None))
    return case_id in cases and any(
        it.id == press and it.user in RESPONDERS and name in (calls or CALLS[it.button])
        for it in young
    )


def _written(call: Call, kind: str) -> Iterator[str]:
    """Name the cases in whose ledger a call writes an entry of this kind."""
    if str(call) == "table.write" and call.answer:
        for it in call.given:
            if kind in str(it.key["sk"]):
                yield str(it.key["pk"]).removeprefix("CASE#")
