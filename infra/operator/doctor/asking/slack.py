"""Checks of Slack: the two secrets, the token's scopes, the channel, the responders."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

import yaml

from chalice_app.adapters.watcher.channel import look_at_channel
from chalice_app.domain.watcher.finding import Finding, fatal, ok, warning, wrong
from chalice_app.errors import ChatRefusedError
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.judging.clocks import judged_clock
from infra.operator.doctor.judging.responders import judged_people
from infra.operator.doctor.judging.slack import (
    judged_scopes,
    judged_signing_secret,
    judged_token,
)

_MANIFEST = Path(__file__).parents[3] / "slack_manifest.yaml"
# Slack's users.info allows some 100 calls a minute.
MOST = 50


def token(chain: Chain) -> Iterator[Finding]:
    yield judged_token(chain.token, chain.settings.secret("slack-token"), chain.stage)


def signing_secret(chain: Chain) -> Iterator[Finding]:
    part = "slack-signing-secret"
    name, text = chain.settings.secret(part), chain.secret(part)
    yield judged_signing_secret(text, name, chain.stage)


def slack(chain: Chain) -> Iterator[Finding]:
    try:
        told = chain.slack.who
    except ChatRefusedError as refused:
        yield fatal("slack_refuses_token", code=refused.code, stage=chain.stage)
        return
    if not told.get("bot_id"):
        yield fatal("slack_no_bot", user=told.get("user"), stage=chain.stage)
        return
    yield ok("slack_known", team=told.get("team"), user=told.get("user"))
    date = parsedate_to_datetime(chain.slack.header("date"))
    yield judged_clock("Slack", date, chain.clock())


def scopes(chain: Chain) -> Iterator[Finding]:
    told = chain.slack.header("x-oauth-scopes")
    held = frozenset(it.strip() for it in told.split(",") if it.strip())
    yield from judged_scopes(held, needed_scopes())


def needed_scopes() -> frozenset[str]:
    manifest = yaml.safe_load(_MANIFEST.read_text(encoding="utf-8"))
    return frozenset(manifest["oauth_config"]["scopes"]["bot"])


def channel(chain: Chain) -> Iterator[Finding]:
    yield from look_at_channel(chain.slack.api, chain.settings.channel)


def responders(chain: Chain) -> Iterator[Finding]:
    group, listed = chain.settings.responder_group, chain.settings.responders
    if group:
        yield from _group(chain, group)
    elif listed:
        yield from _people(chain, frozenset(listed), None)
    else:
        yield warning("responders_nobody")


def _group(chain: Chain, group: str) -> Iterator[Finding]:
    try:
        told = chain.slack.api.look_up("usergroups.users.list", usergroup=group)
    except ChatRefusedError as refused:
        yield wrong("group_unreadable", group=group, code=refused.code)
        return
    if told["users"]:
        yield from _people(chain, frozenset(told["users"]), group)
    else:
        yield wrong("group_empty", group=group)


def _people(
    chain: Chain, users: frozenset[str], group: str | None
) -> Iterator[Finding]:
    looked_at = sorted(users)[:MOST]
    people = {id_: chain.slack.chat.person(id_) for id_ in looked_at}
    left = len(users) - len(looked_at)
    home = str(chain.slack.who["team_id"])
    yield from judged_people(people, home, left, group)
