"""The page's state, read as a person would: which alert, which buttons, which words."""

import re
from collections.abc import Callable
from typing import Any

from tests.infra.sandbox.page.visitor import Visitor

State = dict[str, Any]
MOST_QUIET = 2


def until(visitor: Visitor, fits: Callable[[State], bool]) -> State:
    """Listen until it fits; two comments say that nothing has changed for long."""
    quiet = 0
    with visitor.live() as states:
        for state in states:
            quiet = quiet + 1 if state is None else 0
            assert quiet < MOST_QUIET, words(visitor.state())
            if state is not None and fits(state):
                return state
    raise AssertionError("The stream has ended.")


def words(state: State) -> str:
    """Tell what people read, for whoever looks for a fault."""
    return re.sub("<[^>]+>", " ", " ".join(it["html"] for it in drawn(state)))


def alert(state: State, name: str) -> State:
    """Find the newest message with a header about it: a line of a thread has none."""
    messages = state["channel"]["messages"]
    about = [it for it in messages if name in it["html"] and "</h3>" in it["html"]]
    return about[-1] if about else {"html": "", "thread": []}


def title(message: State) -> str:
    return message["html"].partition("</h3>")[0]


def buttons(message: State) -> list[str]:
    return re.findall(r'data-action-id="([^"]+)"', message["html"])


def key(state: State, name: str) -> State:
    [found] = [it for it in state["keys"] if it["alias"] == name]
    return found


def answered(state: State) -> set[str]:
    return {it["user"] for it in state["answers"]}


def answers(state: State, user: str) -> list[str]:
    return [it["html"] for it in state["answers"] if it["user"] == user]


def drawn(state: State) -> list[State]:
    messages = state["channel"]["messages"]
    return [
        *messages,
        *(line for it in messages for line in it["thread"]),
        *state["answers"],
        *state["views"],
    ]
