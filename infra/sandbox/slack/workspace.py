"""Who and what is in the made-up workspace: people, channels, groups and the app."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    id: str
    name: str
    domain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    id: str
    name: str
    display_name: str
    real_name: str
    team: str
    deleted: bool = False
    bot: bool = False
    restricted: bool = False
    ultra_restricted: bool = False
    stranger: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    id: str
    name: str
    members: frozenset[str]
    private: bool = False
    archived: bool = False
    shared_outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UserGroup:
    id: str
    handle: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackApp:
    id: str
    name: str
    bot_user: str
    bot_id: str
    token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    team: Team
    app: SlackApp
    users: Mapping[str, User]
    channels: Mapping[str, Channel]
    groups: Mapping[str, UserGroup]

    @property
    def url(self) -> str:
        return f"https://{self.team.domain}.slack.com/"
