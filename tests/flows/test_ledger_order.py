"""What was asked is written before KMS is called; what was proved, after."""

from chalice_app.domain.key import KeyState
from chalice_app.domain.ledger import Kind
from chalice_app.domain.remedy import Remedy
from infra.sandbox.slack import acme
from tests.fakes.presses import Pressed
from tests.fakes.world import World, value_of


def steps(world: World) -> list[str]:
    """Give the calls to KMS and the entries of the ledger, in their order."""
    found = []
    for call in world.journal.calls:
        if call.port == "keys":
            found.append(call.name)
        for kind in Kind:
            wrote = call.name == "write" and call.given[0].item is not None
            if wrote and f".{kind}'" in str(call.given):
                found.append(str(kind))
    return found


def pressed(world: World) -> Pressed:
    case = world.open("ScheduleKeyDeletion", KeyState.PENDING_DELETION)
    world.journal.calls.clear()
    return Pressed(button="rp.cancel", value=value_of(case))


def test_asked_comes_before_the_call_and_proved_after_the_reading(world: World) -> None:
    world.press(pressed(world))

    assert steps(world) == [
        "read",
        "asked",
        "call",
        "asked",
        "read",
        "proved",
    ]


def test_refused_is_written_too(world: World) -> None:
    press = pressed(world)
    world.keys.on_call = ["AccessDeniedException"]

    world.press(press)

    entry = world.tools.ledger.entry(world.case().id, f"{press.id}.{Kind.FAILED}")
    assert entry
    assert entry.error == "AccessDeniedException"


def test_the_entries_name_who_what_why_and_the_proof(world: World) -> None:
    press = pressed(world)

    world.press(press)

    ledger, case_id = world.tools.ledger, world.case().id
    asked = ledger.entry(case_id, f"{press.id}.{Kind.ASKED}")
    proved = ledger.entry(case_id, f"{press.id}.{Kind.PROVED}")
    assert asked
    assert proved
    assert asked.user == proved.user == acme.ADA
    assert asked.act == proved.act == Remedy.CANCEL_DELETION
    assert asked.reason == proved.reason == "It still holds payroll"
    assert (asked.state, proved.state) == (None, "Disabled")
    assert proved.done == {"line", "answer", "notice"}
