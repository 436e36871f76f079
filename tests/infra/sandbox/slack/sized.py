"""Ways to send a message or a view in which one thing has a given size."""

import json
from collections.abc import Callable

from infra.sandbox.slack import acme, limits
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.view_checks import json_bytes
from tests.infra.sandbox.slack.pieces import (
    Json,
    actions,
    ask,
    button,
    confirm,
    input_block,
    menu,
    modal,
    mrkdwn,
    open_view,
    plain,
    post,
    section,
)

Attempt = Callable[[Store, int], Json]


def in_message(block_of: Callable[[str], Json]) -> Attempt:
    return lambda store, size: post(store, block_of("x" * size))


def in_button(**changes: Callable[[str], object]) -> Attempt:
    def attempt(store: Store, size: int) -> Json:
        made = {name: make("x" * size) for name, make in changes.items()}
        return post(store, actions(button(**made)))

    return attempt


def in_confirm(name: str) -> Attempt:
    return in_button(confirm=lambda text: confirm(**{name: plain(text)}))


def in_menu(**changes: Callable[[int], object]) -> Attempt:
    def attempt(store: Store, size: int) -> Json:
        made = {name: make(size) for name, make in changes.items()}
        return post(store, actions(menu(**made)))

    return attempt


def in_view(view_of: Callable[[str], Json]) -> Attempt:
    return lambda store, size: open_view(store, view_of("x" * size))


def many(block_of: Callable[[int], Json]) -> Attempt:
    return lambda store, size: post(store, block_of(size))


def total_text(store: Store, size: int) -> Json:
    last = size - 3 * limits.SECTION_TEXT
    sizes = [limits.SECTION_TEXT] * 3 + [last]
    return post(store, *(section(text=mrkdwn("x" * one)) for one in sizes))


def view_of_bytes(store: Store, size: int) -> Json:
    full = section(text=mrkdwn("x" * limits.SECTION_TEXT))
    short = modal(*[full] * 81, section(text=mrkdwn("x")), input_block())
    rest = section(text=mrkdwn("x" * (size - json_bytes(short) + 1)))
    view = modal(*[full] * 81, rest, input_block())
    assert len(json.dumps(view)) == size
    return open_view(store, view)


def update_text(store: Store, size: int) -> Json:
    ts = post(store)["ts"]
    return ask(store, "chat.update", channel=acme.CHANNEL, ts=ts, text="x" * size)


def buttons(count: int) -> Json:
    return actions(*(button(action_id=f"rp.{place}") for place in range(count)))
