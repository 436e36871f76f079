"""What is new in the channel and in the mailbox since one last looked."""

from infra.sandbox.aws.shapes import Json
from infra.sandbox.board import Board
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import Outside
from infra.sandbox.slack.records import Ephemeral, Message
from infra.sandbox.slack.render import render_ephemeral, render_message

News = Message | Ephemeral | Json


class Feed:
    def __init__(self, outside: Outside) -> None:
        self._outside = outside
        self._seen: set[tuple[object, ...]] = set()

    def news(self) -> list[News]:
        """Give what was not given before; a rewritten message is news again."""
        channel = self._outside.channel()
        found: dict[tuple[object, ...], News] = {
            **{("said", one.ts, len(one.versions)): one for one in channel.messages},
            **{("whispered", one.ts): one for one in channel.answers},
            **{("mailed", n): one for n, one in enumerate(self._outside.mails())},
        }
        fresh = [one for name, one in found.items() if name not in self._seen]
        self._seen |= found.keys()
        return fresh


def tell(news: News, narrator: Narrator, board: Board) -> None:
    """Show it as people see it; an alert with the numbers of its buttons."""
    if isinstance(news, Message):
        narrator.say("In a thread:" if news.thread_ts else "In #kms-alerts:")
        narrator.quote(render_message(news, narrator.screen))
        for line in board.lines(news):
            narrator.hint(line)
    elif isinstance(news, Ephemeral):
        narrator.say("In #kms-alerts:")
        narrator.quote(render_ephemeral(news, narrator.screen))
    else:
        narrator.say("In the mailbox:")
        narrator.mail(news)
