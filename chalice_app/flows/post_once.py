"""Story: the one message of a case or a drill is posted, or a dead worker's found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from chalice_app.domain.case_parts import Place
from chalice_app.errors import ChatRefusedError, ChatSilentError
from chalice_app.ports import Chat
from chalice_app.posting_ports import Posting

# Slack's clock and AWS's may differ.
_SKEW = timedelta(minutes=5)


class Begun(Protocol):
    """What has one message: a case, or a drill."""

    @property
    def id(self) -> str: ...

    @property
    def began_at(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Messages with this id, the oldest first; `adopted`: they were there before."""

    places: tuple[Place, ...]
    adopted: bool


def messages_of(begun: Begun, chat: Chat) -> tuple[Place, ...]:
    """Find the messages that carry the id; a press only claims one."""
    return chat.found(begun.began_at - _SKEW).get(begun.id, ())


def post_once(
    begun: Begun, rights: Posting, chat: Chat, post: Callable[[], Place]
) -> Posted:
    """Post under the right to; whoever takes the right over looks for a message first.

    Raises BeingShownError while another holds the right, and what Slack answers.
    """
    right = rights.claim_post(begun.id)
    adopted = messages_of(begun, chat) if right.look_first else ()
    if adopted:
        return Posted(places=adopted, adopted=True)
    try:
        return Posted(places=(post(),), adopted=False)
    except (ChatRefusedError, ChatSilentError) as error:
        if _surely_not_posted(error) and not right.look_first:
            rights.give_back(begun.id, right)
        raise


def _surely_not_posted(error: ChatRefusedError | ChatSilentError) -> bool:
    return isinstance(error, ChatRefusedError) or error.after is not None
