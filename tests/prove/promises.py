"""What must be so when a history has ended, and was so at each of its moments."""

import re
from collections.abc import Iterator

from chalice_app.adapters import case_item as lay
from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyState
from chalice_app.domain.phase import Phase, phase_of
from chalice_app.domain.subject import key_from_arn
from chalice_app.flows.show_case import _draw
from tests.fakes.presses import SECRET
from tests.prove.outside import Outside
from tests.prove.promises_kept_now import demand, undated
from tests.prove.promises_of_calls import only_what_was_asked
from tests.prove.promises_of_proof import no_proof_is_taken_back
from tests.prove.promises_of_reminders import reminders_are_kept
from tests.prove.promises_of_storms import storms_are_told, the_message
from tests.prove.reviewing import restores_have_ended

PHASES = {
    KeyState.ENABLED: {Phase.RESOLVED, Phase.REFUSED},
    KeyState.DISABLED: {Phase.DISABLED, Phase.CANCELLED},
    KeyState.PENDING_DELETION: {Phase.SCHEDULED},
}
SPEAKING = ("chat.post", "chat.update", "chat.reply", "chat.respond", "chat.whisper")
STATE = r"that the key is `?(\w+)"
DEEDS = re.compile(
    rf"((?:deletion cancelled|key re-enabled)[^.]*)\. KMS confirms {STATE}"
)
CONFIRMS = re.compile(rf"KMS (?:confirms|says) {STATE}")


def check(outside: Outside) -> None:
    cases = list(_cases(outside))
    _no_silence(outside)
    _one_message(outside, cases)
    _as_it_is(outside, cases)
    _no_lie(outside)
    storms_are_told(outside, cases)
    restores_have_ended(outside)
    no_proof_is_taken_back(outside, cases)
    only_what_was_asked(outside)
    reminders_are_kept(outside, {it.id: it for it in cases})
    _everybody_is_answered(outside)
    _nothing_leaks(outside)


def _cases(outside: Outside) -> Iterator[Case]:
    for item in outside.table.items.values():
        if item["sk"] == "HEAD":
            yield lay.case_in(item)


def _no_silence(outside: Outside) -> None:
    for event_id in outside.told_of - outside.under_way.dead_events:
        seen = outside.table.items.get((f"SEEN#{event_id}", "SEEN"))
        demand(seen, f"event {event_id} is in no case and in no dead letters")
    for arn, state in outside.keys.states.items():
        pointer = lay.pointer_key(key_from_arn(arn), "")
        known = outside.table.items.get((pointer["pk"], pointer["sk"]))
        demand(known or state is KeyState.ENABLED, f"…{arn[-5:]} is {state} and untold")


def _one_message(outside: Outside, cases: list[Case]) -> None:
    for case in cases:
        demand(case.shown_version == case.version, f"case {case.id} is not shown")
        if case.digest:
            continue
        demand(
            undated(the_message(outside, case.id))
            == undated(_draw(case, outside.tools)),
            f"the message of case {case.id} is not its latest version",
        )


def _as_it_is(outside: Outside, cases: list[Case]) -> None:
    """Demand that the last case of each key tells the state that the key has."""
    for arn, state in outside.keys.states.items():
        key = lay.pointer_key(key_from_arn(arn), "")
        pointer = outside.table.items.get((key["pk"], key["sk"]))
        if pointer is None:
            continue
        last = next(it for it in cases if it.id == pointer["case_id"])
        phase = phase_of(last)
        demand(
            phase in PHASES[state] or phase is Phase.REFUSED,
            f"…{arn[-5:]} is {state}, and case {last.id} says {phase}",
        )


def _no_lie(outside: Outside) -> None:
    journal = outside.journal
    began = {case.id: case for case in _cases(outside)}
    for call, at in zip(journal.calls, journal.made_at, strict=True):
        if str(call) not in SPEAKING or str(call) == "chat.whisper":
            continue
        case = began.get(outside.case_of(call))
        if case is None or not case.subject.arn:
            continue
        said = str(call.given)
        _fits(said)
        claims = [KeyState(it) for it in CONFIRMS.findall(said)]
        claims += [KeyState.ENABLED] * ("🟢" in said)
        for state in claims:
            demand(
                outside.keys.was(case.subject.arn, state, case.began_at),
                f"at {at:%H:%M:%S} {call} said {state} of a key that never was",
            )


def _fits(said: str) -> None:
    """Demand that a deed is told with a state that it leads to."""
    for deed, state in DEEDS.findall(said):
        wanted = {"Enabled"} if "re-enabled" in deed else {"Enabled", "Disabled"}
        demand(state in wanted, f"{deed!r} was said of a key that is {state}")


def _everybody_is_answered(outside: Outside) -> None:
    for press in outside.presses:
        if press.id in outside.under_way.dead_presses:
            continue
        alone = any(url == press.url for url, _ in outside.chat.responses)
        by_name = any(user == press.user for user, _ in outside.chat.whispers)
        aloud = any(
            f"<@{press.user}>" in line
            for posted in outside.chat.messages.values()
            for line in posted.lines
        )
        if press.button == "rp.review":
            drawn = outside.dialogs.drawn.get(f"rp.review.1.{press.id}")
            demand(drawn or alone, f"press {press.id} of {press.user} has no list")
            continue
        modal = press.button in {"rp.cancel", "rp.restore"}
        demand(
            alone or ((by_name or aloud) if modal else aloud),
            f"press {press.id} of {press.user} was never answered",
        )


def _nothing_leaks(outside: Outside) -> None:
    planted = (SECRET, "It still holds payroll", "hooks.slack.com")
    for line in (*outside.log.lines, *outside.metrics.lines):
        found = [it for it in planted if it in line]
        demand(not found, f"the log says {found}")
