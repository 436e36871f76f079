"""Sweeps of a world of fakes that look at Reprieve itself."""

import json
from datetime import timedelta
from typing import Any

from chalice_app.domain.watcher.finding import wrong
from tests.fakes.world import World

RULE = "reprieve-dev-Disabled-1A2B"
DISABLED = wrong("rule_disabled", rule=RULE)
STOPPED = wrong("trail_stopped", trail="every-call")
REFUSED = {"operation": "DescribeTrails", "code": "AccessDenied"}
HOUR = timedelta(hours=1)


def swept(world: World, **found: Any) -> None:
    world.parts.found = {check: [it] for check, it in found.items()}
    assert world.sweep() is None
    world.wait(HOUR)


def shown(world: World) -> str:
    return json.dumps(world.message.versions[-1], ensure_ascii=False)


def subjects(world: World) -> list[str]:
    return [subject for subject, _ in world.notices.sent]
