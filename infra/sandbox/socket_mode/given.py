"""What the environment gives: two tokens, a channel, and who may press."""

import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from types import MappingProxyType

from chalice_app.settings import SECTION, SLACK_API, SettingsError, read_settings
from infra.sandbox.aws.shapes import Json
from infra.sandbox.socket_mode.guide import guide
from infra.sandbox.socket_mode.refusals import CannotJoinError
from infra.sandbox.world import EMAIL

Ask = Callable[[str], str]
_PREFIXES: Mapping[str, str] = MappingProxyType(
    {"SLACK_BOT_TOKEN": "xoxb-", "SLACK_APP_TOKEN": "xapp-"}
)
_REST = re.compile(r"[A-Za-z0-9-]+")
_CHANNEL = "The channel's id (in Slack: the channel's name, About, at the bottom): "
_RESPONDERS = "Who may press: member ids with commas, or one user group's id: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    channel: str
    responders: str | list[str]

    def section(self, api: str = SLACK_API) -> Json:
        """Write what stands in `.chalice/config.json` of a real installation."""
        return {
            "email": EMAIL,
            "channel": self.channel,
            "responders": self.responders,
            "slack_api": api,
        }


def taken(environment: MutableMapping[str, str], ask: Ask) -> Given:
    """Take the tokens out of the environment: no process that we start gets them."""
    tokens = {name: environment.pop(name, "").strip() for name in _PREFIXES}
    _check_tokens(tokens)
    given = Given(
        bot_token=tokens["SLACK_BOT_TOKEN"],
        app_token=tokens["SLACK_APP_TOKEN"],
        channel=environment.get("SLACK_CHANNEL") or ask(_CHANNEL),
        responders=_people(environment.get("SLACK_RESPONDERS") or ask(_RESPONDERS)),
    )
    _check_ids(given)
    return given


def _check_tokens(tokens: Mapping[str, str]) -> None:
    missing = [name for name, token in tokens.items() if not token]
    if missing:
        raise CannotJoinError(guide(f"Not set: {' and '.join(missing)}."))
    for name, prefix in _PREFIXES.items():
        rest = tokens[name].removeprefix(prefix)
        if rest == tokens[name]:
            raise CannotJoinError(f"{name} must begin with {prefix}. Set it anew.")
        if not _REST.fullmatch(rest):  # an HTTP library would quote it in its error
            raise CannotJoinError(f"{name} has a sign that no token has. Set it anew.")


def _people(listed: str) -> str | list[str]:
    """Read ids as the configuration has them: a group's id stands alone."""
    ids = [one.strip() for one in listed.split(",") if one.strip()]
    return ids[0] if len(ids) == 1 and ids[0].startswith("S") else ids


def _check_ids(given: Given) -> None:
    stages = {"dev": {SECTION: given.section()}}
    try:
        read_settings({"stages": stages}, "dev")
    except SettingsError:
        raise CannotJoinError(
            "SLACK_CHANNEL must be a channel's id, such as C0123456789, and "
            "SLACK_RESPONDERS member ids, such as U0123456789,U9876543210, or one user "
            "group's id, such as S0123456789."
        ) from None
