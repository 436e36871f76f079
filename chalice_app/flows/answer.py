"""Answer the person who pressed: nobody else is bothered, nobody is left waiting."""

from typing import Protocol

from chalice_app.domain.case import Place
from chalice_app.domain.press import Press
from chalice_app.errors import ChatRefusedError
from chalice_app.ports import Tools
from chalice_app.views.review_modal import answer_modal
from chalice_app.views.slack_text import person


class Shown(Protocol):
    """What has a message in Slack: a case, or a digest."""

    @property
    def place(self) -> Place | None: ...


def answer(press: Press, case: Shown | None, said: str, tools: Tools) -> None:
    """Tell one person; in the thread by name where Slack takes no private answer.

    After a modal there is no response_url, and chat.postEphemeral needs the person to
    be in the channel. Raises ChatRefusedError where nothing is left to try.
    """
    if press.one_of_many or _in_dialog(press, said, tools):
        return
    place = case.place if case else None
    try:
        if press.response_url:
            tools.chat.respond(press.response_url, said)
        else:
            tools.chat.whisper(place, press.user, said)
    except ChatRefusedError:
        if place is None:
            raise  # nobody has heard it: the queue tries again, and keeps it at last
        line = tools.words.say(
            "thread.to_person", person=person(press.user), answer=said
        )
        tools.chat.reply(place, line)


def _in_dialog(press: Press, said: str, tools: Tools) -> bool:
    """Answer in the modal that the press has opened, if it is still open."""
    if press.dialog is None:
        return False
    view = answer_modal(said, press.dialog, tools.words)
    return tools.dialogs.fill(press.dialog, view)
