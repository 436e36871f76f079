"""Where a call points: the channel, the message, the thread."""

from infra.sandbox.slack.arguments import Arguments
from infra.sandbox.slack.records import Message
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.workspace import Channel, Workspace


def known_channel(workspace: Workspace, name: str) -> Channel:
    channel = workspace.channels.get(name)
    hidden = channel and channel.private and not _joined(workspace, channel)
    # A private channel that the bot has not joined does not exist for it.
    if channel is None or hidden:
        raise SlackRefusalError("channel_not_found")
    return channel


def joined_channel(store: Store, given: Arguments) -> Channel:
    """Find a channel that the bot may read, archived or not."""
    channel = known_channel(store.workspace, given.text("channel"))
    if not _joined(store.workspace, channel):
        raise SlackRefusalError("not_in_channel")
    return channel


def open_channel(store: Store, given: Arguments) -> Channel:
    """Find a channel that the bot may write to."""
    channel = joined_channel(store, given)
    if channel.archived:
        raise SlackRefusalError("is_archived")
    return channel


def _joined(workspace: Workspace, channel: Channel) -> bool:
    return workspace.app.bot_user in channel.members


def find_message(store: Store, channel: Channel, ts: str) -> Message:
    message = store.messages.get(ts)
    if message is None or message.channel != channel.id:
        raise SlackRefusalError("message_not_found")
    return message


def find_thread(store: Store, given: Arguments, channel: Channel) -> str | None:
    ts = given.text("thread_ts")
    if not ts:
        return None
    parent = store.messages.get(ts)
    if parent is None or parent.channel != channel.id:
        raise SlackRefusalError("thread_not_found")
    if parent.thread_ts:
        raise SlackRefusalError("cannot_reply_to_message")
    return ts
