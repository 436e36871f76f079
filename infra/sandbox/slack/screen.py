"""Who looks at the channel: their names, zone, moment and terminal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from infra.sandbox.slack.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    names: Mapping[str, str]
    zone: tzinfo
    now: datetime
    width: int = 80
    colour: bool = False


def names_of(workspace: Workspace) -> Mapping[str, str]:
    """Give each id the name that Slack shows for it."""
    people = {user.id: f"@{user.display_name}" for user in workspace.users.values()}
    rooms = {room.id: f"#{room.name}" for room in workspace.channels.values()}
    groups = {group.id: f"@{group.handle}" for group in workspace.groups.values()}
    return {**people, **rooms, **groups}
