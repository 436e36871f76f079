"""Story: a digest is marked as due, and whoever has marked it orders it to be drawn."""

from chalice_app.domain.digest_turn import GATHERS
from chalice_app.ports import Tools


def mark_digest(digest_id: str, tools: Tools, seconds: int = GATHERS) -> None:
    """Order one drawing for all who change a digest meanwhile.

    Whoever dies between the mark and the order leaves a mark that is soon too old.
    """
    turn = tools.digests.mark(digest_id, seconds)
    if turn is not None:
        tools.looks.draw(digest_id, turn, seconds)
