"""The check of the channel that alerts go to."""

from collections.abc import Iterator

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.domain.watcher.channel import judged_channel, judged_channel_refusal
from chalice_app.domain.watcher.finding import Finding
from chalice_app.errors import ChatRefusedError


def look_at_channel(slack: SlackApi, channel: str) -> Iterator[Finding]:
    try:
        told = slack.look_up("conversations.info", channel=channel)
    except ChatRefusedError as refused:
        if refused.code != "channel_not_found":
            yield judged_channel_refusal(channel, refused.code)
            return
        yield from judged_channel(channel, None)
    else:
        yield from judged_channel(channel, told["channel"])
