"""The buttons of a storm's message."""

from collections.abc import Sequence

from chalice_app.domain.digest import Digest, Member
from chalice_app.domain.press import REVIEW
from chalice_app.views.blocks import Json, context
from chalice_app.views.buttons import drawn
from chalice_app.views.slack_text import Mrkdwn
from chalice_app.views.words import Words


def actions(
    digest: Digest, members: Sequence[Member], words: Words, *, anybody: bool
) -> list[Json]:
    """Draw "Review and cancel…" while a key can be saved, and somebody may press."""
    if not any(it.can_be_saved for it in members):
        return []
    if not anybody:
        return [context(Mrkdwn(words.say("alert.nobody")))]
    buttons = drawn([REVIEW], f"{digest.id}:{len(members)}", None, words)
    # Slack asks for a new block_id whenever a message is updated.
    block_id = f"act.{digest.id}.{digest.seen}"
    return [{"type": "actions", "block_id": block_id, "elements": buttons}]
