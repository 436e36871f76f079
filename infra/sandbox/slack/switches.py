"""What people and administrators do to the channel, the app and its messages."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from infra.sandbox.slack.store import Store
from infra.sandbox.slack.workspace import Channel

Switch = Callable[[Store, str], None]


def switched(store: Store, name: str, value: str) -> None:
    """Throw a switch; whoever asks for another one is told which there are."""
    if name not in SWITCHES:
        known = ", ".join(SWITCHES)
        raise LookupError(f"There is no switch {name!r}. There are: {known}.")
    with store.lock:
        SWITCHES[name](store, value)


def _change(store: Store, channel: Callable[[Channel], Channel]) -> None:
    workspace = store.workspace
    channels = {name: channel(it) for name, it in workspace.channels.items()}
    store.workspace = replace(workspace, channels=channels)


def _archive(store: Store, _value: str) -> None:
    _change(store, lambda channel: replace(channel, archived=True))


def _unarchive(store: Store, _value: str) -> None:
    _change(store, lambda channel: replace(channel, archived=False))


def _put_out(store: Store, _value: str) -> None:
    bot = {store.workspace.app.bot_user}
    _change(store, lambda channel: replace(channel, members=channel.members - bot))


def _invite(store: Store, _value: str) -> None:
    bot = {store.workspace.app.bot_user}
    _change(store, lambda channel: replace(channel, members=channel.members | bot))


def _set_token(store: Store, token: str) -> None:
    app = replace(store.workspace.app, token=token)
    store.workspace = replace(store.workspace, app=app)


def _delete_message(store: Store, ts: str) -> None:
    if store.messages.pop(ts, None) is None:
        raise LookupError(f"There is no message {ts!r}.")


SWITCHES: Mapping[str, Switch] = {
    "archive": _archive,
    "unarchive": _unarchive,
    "put-out": _put_out,
    "invite": _invite,
    "set-token": _set_token,
    "delete-message": _delete_message,
}
