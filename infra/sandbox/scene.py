"""A scene of the story: who acts, and what is then verified from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from botocore.exceptions import ClientError

from chalice_app.views.words import words_in
from infra.sandbox.channel_state import acts, header
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import PATIENCE, Outside, wait_for
from infra.sandbox.slack.records import Ephemeral, Message, OpenView
from infra.sandbox.slack.render import (
    render_ephemeral,
    render_message,
    render_view,
)
from infra.sandbox.world import World

T = TypeVar("T")
WORDS = words_in("en")


class NotVerifiedError(Exception):
    """What was seen from outside is not what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    world: World
    outside: Outside
    narrator: Narrator
    patience: float = PATIENCE

    def key(self, name: str, description: str) -> Key:
        kms = self.outside.kms
        made = kms.create_key(Description=description)["KeyMetadata"]["KeyId"]
        kms.create_alias(AliasName=name, TargetKeyId=made)
        return Key(id=made, name=name)

    def say(self, sentence: str) -> None:
        self.narrator.say(sentence)

    def verify(
        self, expected: str, look: Callable[[], T], fits: Callable[[T], bool]
    ) -> T:
        found = wait_for(look, fits, self.patience)
        if not fits(found):
            raise NotVerifiedError(f"Expected: {expected} Found: {found!r}.")
        self.narrator.verified(expected)
        return found

    def key_is(self, key: Key, state: str) -> None:
        self.verify(
            f"An administrator asks KMS: {key.name} is {state}.",
            lambda: self.outside.key_state(key.id),
            lambda found: found == state,
        )

    def alert(self, key: Key, phase: str, *buttons: str, **facts: str) -> Message:
        """Wait for the one message about this key to show a phase and these buttons."""
        title = WORDS.say(f"alert.{phase}.title", key=key.name, **facts)
        labels = [WORDS.say(f"button.{it.removeprefix('rp.')}") for it in buttons]
        offered = ", ".join(labels) or "none that acts"
        self.verify(
            f"#kms-alerts has one message about it: {title}. Buttons: {offered}.",
            lambda: [(header(one), acts(one)) for one in self._about(key)],
            lambda found: found == [(title, buttons)],
        )
        [message] = self._about(key)
        self.narrator.quote(render_message(message, self.narrator.screen))
        return message

    def thread_says(self, message: Message, *parts: str) -> None:
        """Wait until each part stands in a line of the thread; show these lines."""
        self.verify(
            f"The thread says: {' … '.join(parts)}",
            lambda: [one.shown.text for one in self._thread(message)],
            lambda lines: all(any(part in line for line in lines) for part in parts),
        )
        for line in self._thread(message):
            if any(part in line.shown.text for part in parts):
                self.narrator.quote(render_message(line, self.narrator.screen))

    def answered(self, user: str, expected: str) -> None:
        """Wait for an answer that only this person sees, and show it."""
        self.verify(
            f"Only <@{user}> is answered: {expected}",
            lambda: [one.text for one in self._answers(user)],
            lambda found: found[-1:] == [expected],
        )
        shown = render_ephemeral(self._answers(user)[-1], self.narrator.screen)
        self.narrator.quote(shown)

    def modal(self, user: str) -> OpenView:
        """Wait for the modal that a press opens, and show it."""
        views = self.verify(
            "Slack shows a modal that asks for a reason.",
            lambda: [one for one in self.outside.channel().views if one.user == user],
            lambda found: len(found) == 1,
        )
        self.narrator.quote(render_view(views[0], self.narrator.screen))
        return views[0]

    def _answers(self, user: str) -> list[Ephemeral]:
        return [one for one in self.outside.channel().answers if one.user == user]

    def _about(self, key: Key) -> tuple[Message, ...]:
        return self.outside.channel().alerts(key.id)

    def _thread(self, message: Message) -> tuple[Message, ...]:
        return self.outside.channel().thread(message.ts)


def refusal(call: Callable[..., object], **arguments: object) -> str:
    """Give the code of AWS's refusal, or what it answered instead of one."""
    try:
        return f"AWS answered {call(**arguments)}"
    except ClientError as error:
        return str(error.response["Error"]["Code"])
