"""A replay counts what the channel of a deployed Reprieve really has."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from chalice_app.__main__ import commands
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene, refusal
from tests.infra.operator.replay.trails import write_trail
from tests.stories.trouble import scene_in
from tests.unmeasured_world import world

HOUR = 1 / 24
LABEL = r"Alert (RP-[0-9A-F]{10})\."
EVENT = r"Event `([^`]+)`\."
ONLY_READ = {"Effect": "Allow", "Action": "kms:Describe*", "Resource": "*"}
# Who does what to which key, and how many days later than what was before.
STEPS = (
    ("olga", "disable_key", "orders", 0),
    ("olga", "enable_key", "orders", HOUR),
    ("olga", "enable_key", "orders", HOUR),  # told to nobody
    ("olga", "schedule_key_deletion", "orders", HOUR),
    ("olga", "disable_key", "orders", HOUR),  # refused by its state
    ("olga", "cancel_key_deletion", "orders", HOUR),
    ("olga", "schedule_key_deletion", "orders", HOUR),
    ("olga", "cancel_key_deletion", "orders", HOUR),
    ("olga", "enable_key", "orders", 0),
    ("olga", "disable_key", "orders", HOUR),
    ("mallory", "disable_key", "audit", 0),
    ("mallory", "schedule_key_deletion", "audit", HOUR / 2),
    ("mallory", "disable_key", "audit", 2 * HOUR),
    ("olga", "schedule_key_deletion", "audit", HOUR),
)


@pytest.fixture(scope="module")
def played() -> Iterator[Scene]:
    """Deploy Reprieve, and let people work on two keys until one of them is dead."""
    with world() as deployed:
        deployed.deploy()
        scene = scene_in(deployed)
        play(scene)
        yield scene


def play(scene: Scene) -> None:
    aws = scene.world.aws
    mallory = aws.client("kms", aws.assume("ReadOnly", "mallory", ONLY_READ))
    people = {"olga": scene.outside.kms, "mallory": mallory}
    keys = {it: scene.key(f"alias/prod/{it}", "").id for it in ("orders", "audit")}
    for who, call, key, days in STEPS:
        pass_by(scene, days)
        refusal(getattr(people[who], call), KeyId=keys[key])
        heard(scene)
    pass_by(scene, 31)


def pass_by(scene: Scene, days: float) -> None:
    scene.world.aws.advance(days)
    heard(scene)


def heard(scene: Scene) -> None:
    """Wait until everything that was under way has been told."""
    wait_for(
        lambda: scene.world.aws.under_way()["running"], lambda it: it == 0, PATIENCE
    )


def replay(scene: Scene, *arguments: str) -> Any:
    runner = CliRunner(env=scene.world.aws.environment())
    result = runner.invoke(commands, ["replay", "--json", *arguments])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def shown(scene: Scene) -> dict[str, list[tuple[str, bool]]]:
    """Give each alert's label, and for each line its event and if all see it."""
    channel = scene.outside.channel()
    return {
        found(LABEL, repr(alert.shown)): [
            (found(EVENT, line.shown.text), line.broadcast)
            for line in channel.thread(alert.ts)
        ]
        for alert in channel.alerts()
    }


def told(replayed: Any) -> dict[str, list[tuple[str, bool]]]:
    lines: dict[str, list[tuple[str, bool]]] = {}
    for it in (it for key in replayed["keys"] for it in key["timeline"]):
        line = [(it["event_id"], it["in_channel_too"])]
        lines.setdefault(it["case"], []).extend(line if it["told_as"] == "line" else [])
    return lines


def found(pattern: str, text: str) -> str:
    [once] = set(re.findall(pattern, text))
    return str(once)


def test_alerts_and_lines_are_those_of_the_channel(played: Scene) -> None:
    seen, replayed = shown(played), replay(played)
    of_the_trail = {it["eventID"] for it in played.world.aws.trail()}
    native = [
        it for lines in seen.values() for it in lines if it[0] not in of_the_trail
    ]

    assert len(native) == 1  # KMS's own event of the deletion
    assert told(replayed) == {
        label: [it for it in lines if it not in native] for label, lines in seen.items()
    }
    counts = replayed["alerts"], replayed["folded"], replayed["told_to_nobody"]
    assert counts == (len(seen), sum(map(len, seen.values())) - 1, 1) == (6, 8, 1)


def test_the_trails_files_tell_the_same(played: Scene, tmp_path: Path) -> None:
    records = played.world.aws.trail()
    for number in range(3):
        write_trail(tmp_path / f"{number}.json.gz", records[number::3])

    files = replay(played, "--folder", str(tmp_path))

    asked = replay(played)
    same = ("alerts", "folded", "told_to_nobody", "alerts_by", "keys")
    assert {it: files[it] for it in same} == {it: asked[it] for it in same}
