"""Whether Slack lets Reprieve post where alerts go."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalice_app.domain.watcher.finding import Finding, ok, unchecked, wrong

Json = Mapping[str, Any]
SCOPE = "channel_scope"


def judged_channel(id_: str, channel: Json | None) -> Iterator[Finding]:
    """Judge where alerts go; no channel where Slack does not show it to the bot."""
    if channel is None:
        yield wrong("channel_hidden", channel=id_)
        return
    name = channel.get("name", id_)
    outside = channel.get("is_ext_shared") or channel.get("is_pending_ext_shared")
    problems = (
        (bool(channel.get("is_archived")), "channel_archived"),
        (not channel.get("is_member"), "channel_not_member"),
        (bool(outside), "channel_shared"),
    )
    found = [problem for holds, problem in problems if holds]
    yield from (wrong(it, channel=name) for it in found)
    if not found:
        yield ok("channel_right", channel=name, id=id_)


def judged_channel_refusal(id_: str, code: str) -> Finding:
    if code == "missing_scope":
        return unchecked(SCOPE, channel=id_)
    return unchecked("slack_refused", error=f"conversations.info: {code}")
