"""Everything that the page shows, as it stands at one moment."""

from dataclasses import dataclass, field

from infra.sandbox.aws.shapes import Json
from infra.sandbox.slack.records import Ephemeral, Message, OpenView
from infra.sandbox.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Two are equal if only time has passed between them."""

    now: str = field(compare=False)
    ahead: float
    keys: list[Json]
    mails: list[Json]
    messages: tuple[Message, ...]
    answers: tuple[Ephemeral, ...]
    views: tuple[OpenView, ...]


def look(world: World) -> Seen:
    """Look past every API, so that no fault is met and nothing is noted or changed.

    Slack comes first: no message tells of what the keys do not show yet.
    """
    store = world.slack.store
    with store.lock:
        messages = tuple(store.messages.values())
        answers, views = tuple(store.ephemerals), tuple(store.views.values())
    aws = world.aws.keys()
    return Seen(
        now=aws["now"],
        ahead=aws["ahead"],
        keys=aws["keys"],
        mails=world.aws.mailbox(),
        messages=messages,
        answers=answers,
        views=views,
    )
