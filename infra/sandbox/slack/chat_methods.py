"""The chat.* methods: post, rewrite, whisper, link."""

from infra.sandbox.slack.arguments import Arguments
from infra.sandbox.slack.chat_content import read_post, read_update
from infra.sandbox.slack.places import (
    find_message,
    find_thread,
    joined_channel,
    open_channel,
)
from infra.sandbox.slack.records import Ephemeral, Message
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.wire import message_json


def post_message(store: Store, given: Arguments) -> JsonObject:
    channel = open_channel(store, given)
    thread = find_thread(store, given, channel)
    version, warning = read_post(store.clock(), given)
    message = store.keep(
        Message(
            channel=channel.id,
            ts=store.next_ts(),
            user=store.workspace.app.bot_user,
            versions=(version,),
            thread_ts=thread,
            broadcast=thread is not None and given.flag("reply_broadcast"),
        )
    )
    return {**_answer(store, message), **warning}


def update(store: Store, given: Arguments) -> JsonObject:
    channel = open_channel(store, given)
    message = find_message(store, channel, given.text("ts"))
    if message.user != store.workspace.app.bot_user:
        raise SlackRefusalError("cant_update_message")
    version = read_update(store.clock(), given, message.shown)
    rewritten = store.rewrite(message, version)
    return {**_answer(store, rewritten), "text": version.text}


def post_ephemeral(store: Store, given: Arguments) -> JsonObject:
    channel = open_channel(store, given)
    user = given.text("user")
    if user not in channel.members:
        raise SlackRefusalError("user_not_in_channel")
    version, warning = read_post(store.clock(), given)
    line = Ephemeral(
        channel=channel.id,
        user=user,
        ts=store.next_ts(),
        text=version.text,
        blocks=version.blocks,
        thread_ts=find_thread(store, given, channel),
    )
    store.ephemerals.append(line)
    return {"message_ts": line.ts, **warning}


def get_permalink(store: Store, given: Arguments) -> JsonObject:
    channel = joined_channel(store, given)
    message = find_message(store, channel, given.text("message_ts"))
    link = f"{store.workspace.url}archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def _answer(store: Store, message: Message) -> JsonObject:
    shown = message.shown.metadata
    body = message_json(store, message)
    return {
        "channel": message.channel,
        "ts": message.ts,
        "message": {**body, **({"metadata": shown} if shown else {})},
    }
