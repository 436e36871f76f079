"""A replay counts what Reprieve's own code tells people of the same events."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from chalice_app.domain.key import KeyState
from chalice_app.domain.reminder_plan import Plan
from infra.operator.replay.facts import Replayed, in_channel_too, replayed
from infra.operator.replay.listening import heard
from infra.operator.replay.sources import Source, of_files
from infra.operator.replay.trail_folder import TrailFile
from tests.fakes.places import KEY
from tests.fakes.world import World
from tests.infra.operator.replay.histories import (
    GAPS,
    IMPORTS,
    Happened,
    histories,
    records,
)

HOUR = timedelta(hours=1)


def replay_of(history: list[Happened]) -> Replayed:
    return replayed(Source(heard=heard(records(history))))


def lived_through(history: list[Happened]) -> World:
    """Let Reprieve's code hear each event at once, with a sweep in every long pause."""
    world = World()
    world.configure(reminders=Plan(deletion=(), disabled=()))
    world.keys.put(KEY, KeyState.ENABLED)
    for happened in history:
        if happened.at - world.now > HOUR:
            world.wait(HOUR)
            world.sweep()
        world.now = happened.at
        world.keys.put(happened.key, happened.state)
        if happened.event["detail"]["eventName"] != IMPORTS:
            world.deliver(happened.event)
    return world


@given(histories(keys=[KEY], gaps=GAPS))
def test_every_message_and_every_line_is_counted(history: list[Happened]) -> None:
    told = Counter[tuple[str, str]]()
    for message in lived_through(history).chat.messages.values():
        told[message.case_id, "alert"] += 1
        told[message.case_id, "line"] += len(message.lines)
        told[message.case_id, "both"] += len(message.broadcasts)

    counted = Counter[tuple[str, str]]()
    for it in replay_of(history).told:
        if it.case:
            counted[it.case.id, "alert" if it.alerts else "line"] += 1
            counted[it.case.id, "both"] += in_channel_too(it)

    assert +told == +counted


@given(histories(), st.data())
def test_neither_the_order_of_files_nor_a_copy_changes_anything(
    history: list[Happened], data: st.DataObject
) -> None:
    kept = records(history)
    copies = data.draw(st.lists(st.sampled_from(kept), max_size=5)) if kept else []
    mixed = data.draw(st.permutations(kept + copies))
    cut = data.draw(st.integers(0, len(mixed)))
    files = [
        TrailFile(path=Path(name), records=tuple(part))
        for name, part in (("a", mixed[:cut]), ("b", mixed[cut:]))
    ]

    assert replayed(of_files(Path(), files)).told == replay_of(history).told
