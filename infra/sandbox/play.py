"""After the story: shows what happens as it comes, and presses buttons by number."""

import re

from infra.sandbox.board import Board
from infra.sandbox.channel_state import header
from infra.sandbox.feed import Feed, tell
from infra.sandbox.invitation import HELP
from infra.sandbox.keyboard import Keyboard
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import Outside
from infra.sandbox.slack import acme
from infra.sandbox.slack.presses import NoSuchButtonError
from infra.sandbox.slack.records import OpenView
from infra.sandbox.slack.render import render_view
from infra.sandbox.world import World

_PRESS = re.compile(r"press (\d{1,6})(?: as (\w+))?", re.ASCII)
_PEOPLE = {user.name: user.id for user in acme.PEOPLE}
_PAUSE = 0.3


class Play:
    def __init__(self, world: World, narrator: Narrator) -> None:
        self._slack, self._narrator = world.slack, narrator
        self._outside, self._board = Outside(world), Board()
        self._feed = Feed(self._outside)
        self._modal: OpenView | None = None

    def run(self, keyboard: Keyboard) -> None:
        """Go on until Ctrl-D or a signal."""
        self._feed.news()
        self.show_buttons()
        while not keyboard.ended:
            for line in keyboard.lines(_PAUSE):
                self.obey(line)
            for news in self._feed.news():
                tell(news, self._narrator, self._board)

    def show_buttons(self) -> None:
        for alert in self._outside.channel().alerts():
            lines = self._board.lines(alert)
            for line in [header(alert), *lines] if lines else []:
                self._narrator.hint(line)

    def obey(self, line: str) -> None:
        """Take a press, or the reason that an open modal asks for."""
        wanted = _PRESS.fullmatch(line)
        if self._modal:
            self._submit(self._modal, line)
        elif wanted:
            self._press(int(wanted[1]), wanted[2] or "ada")
        elif line:
            self._narrator.hint(HELP)

    def _press(self, number: int, name: str) -> None:
        target, user = self._board.target(number), _PEOPLE.get(name)
        if target is None or user is None:
            people = ", ".join(_PEOPLE)
            self._narrator.hint(f"No such button or person. There are {people}.")
            return
        try:
            self._slack.press(*target, user=user)
        except NoSuchButtonError:
            self._narrator.hint("The message does not show that button any more.")
        self._show_modal(user)

    def _submit(self, view: OpenView, reason: str) -> None:
        if reason:
            values = {"reason": {"text": reason}}
            self._slack.submit(view.id, values, user=view.user)
            self._show_modal(view.user)
        else:
            self._modal = None

    def _show_modal(self, user: str) -> None:
        views = [one for one in self._outside.channel().views if one.user == user]
        self._modal = views[-1] if views else None
        if self._modal:
            self._narrator.quote(render_view(self._modal, self._narrator.screen))
            self._narrator.hint("Write the reason, or an empty line to leave it.")
