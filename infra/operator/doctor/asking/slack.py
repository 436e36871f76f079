"""Checks of Slack: the two secrets, the token's scopes, the channel, the responders."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

import yaml

from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.errors import ChatRefusedError
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.finding import Finding, fatal, ok
from infra.operator.doctor.judging.clocks import judged_clock
from infra.operator.doctor.judging.responders import (
    judged_group,
    judged_nobody,
    judged_people,
)
from infra.operator.doctor.judging.slack import (
    judged_channel,
    judged_channel_refusal,
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
        told = chain.who_at_slack
    except ChatRefusedError as refused:
        yield fatal("slack_refuses_token", code=refused.code, stage=chain.stage)
        return
    if not told.get("bot_id"):
        yield fatal("slack_no_bot", user=told.get("user"), stage=chain.stage)
        return
    yield ok("slack_known", team=told.get("team"), user=told.get("user"))
    headers = {name.lower(): value for name, value in told.headers.items()}
    yield judged_clock("Slack", parsedate_to_datetime(headers["date"]), chain.clock())


def scopes(chain: Chain) -> Iterator[Finding]:
    headers = chain.who_at_slack.headers.items()
    told = {name.lower(): value for name, value in headers}["x-oauth-scopes"]
    held = frozenset(it.strip() for it in told.split(",") if it.strip())
    yield from judged_scopes(held, needed_scopes())


def needed_scopes() -> frozenset[str]:
    manifest = yaml.safe_load(_MANIFEST.read_text(encoding="utf-8"))
    return frozenset(manifest["oauth_config"]["scopes"]["bot"])


def channel(chain: Chain) -> Iterator[Finding]:
    id_ = chain.settings.channel
    try:
        told = chain.slack.look_up("conversations.info", channel=id_)
    except ChatRefusedError as refused:
        if refused.code != "channel_not_found":
            yield judged_channel_refusal(id_, refused.code)
            return
        yield from judged_channel(id_, None)
    else:
        yield from judged_channel(id_, told["channel"])


def responders(chain: Chain) -> Iterator[Finding]:
    group = chain.settings.responder_group
    if group is None:
        yield from _listed(chain, frozenset(chain.settings.responders))
        return
    try:
        told = chain.slack.look_up("usergroups.users.list", usergroup=group)
        members: frozenset[str] | None = frozenset(told["users"])
        code = ""
    except ChatRefusedError as refused:
        members, code = None, refused.code
    problem = judged_group(group, members, code)
    if problem or members is None:
        yield from [problem] if problem else []
        return
    yield from _people(chain, members, group)


def _listed(chain: Chain, users: frozenset[str]) -> Iterator[Finding]:
    if users:
        yield from _people(chain, users, None)
    else:
        yield judged_nobody()


def _people(
    chain: Chain, users: frozenset[str], group: str | None
) -> Iterator[Finding]:
    chat = SlackChat(lambda: chain.slack_client, chain.settings.channel)
    looked_at = sorted(users)[:MOST]
    people = {id_: chat.person(id_) for id_ in looked_at}
    left = len(users) - len(looked_at)
    home = str(chain.who_at_slack["team_id"])
    yield from judged_people(people, home, left, group)
