"""Who may press: decided from what Slack and the configuration say; else nobody."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as Slack's users.info tells of them."""

    id: str
    team: str
    bot: bool = False
    deleted: bool = False
    guest: bool = False
    stranger: bool = False


class Standing(StrEnum):
    """May press, or why not; each value names the answer in the words file."""

    MAY_PRESS = "may_press"
    OUTSIDER = "outsider"
    DEACTIVATED = "deactivated"
    BOT = "bot"
    GUEST = "guest"
    NOBODY_CONFIGURED = "nobody_configured"
    GROUP_EMPTY = "group_empty"
    GROUP_UNREADABLE = "group_unreadable"
    NOT_LISTED = "not_listed"


def standing(
    person: Person | None,
    *,
    home_team: str,
    claimed_team: str | None,
    responders: frozenset[str] | None,
    by_group: bool = False,
) -> Standing:
    """Judge a person; `responders` is None when the user group could not be read.

    `by_group` says that a user group is configured, and `responders` is who is in it.

    `claimed_team` is the team id in the press itself: in a channel shared with another
    workspace, Slack delivers presses of people whose team is not ours.
    """
    teams = {person.team, claimed_team} if person else set()
    if not home_team or person is None or person.stranger or teams != {home_team}:
        return Standing.OUTSIDER
    refused = (
        (person.deleted, Standing.DEACTIVATED),
        (person.bot, Standing.BOT),
        (person.guest, Standing.GUEST),
        (responders is None, Standing.GROUP_UNREADABLE),
        (by_group and not responders, Standing.GROUP_EMPTY),
        (not responders, Standing.NOBODY_CONFIGURED),
        (person.id not in (responders or ()), Standing.NOT_LISTED),
    )
    return next((why for holds, why in refused if holds), Standing.MAY_PRESS)
