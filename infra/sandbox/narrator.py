"""Tells the story in the terminal: what happens, what was verified, what people see."""

import re
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime

from infra.sandbox.aws.shapes import Json
from infra.sandbox.slack.acme import ACME
from infra.sandbox.slack.layout import visible
from infra.sandbox.slack.screen import Screen, names_of

_QUOTE = "| "
_PERSON = re.compile(r"<@(\w+)>")
_EVENT = re.compile(r'^(\s*"event": )(\{.*)$', re.MULTILINE)


class Narrator:
    def __init__(
        self, write: Callable[[str], None], *, width: int = 80, colour: bool = False
    ) -> None:
        self._write, self._width, self._colour = write, width, colour
        self.verified_so_far = 0

    @property
    def screen(self) -> Screen:
        """Give the reader's own zone and moment, and room for the quotation mark."""
        now = datetime.now(UTC).astimezone()
        return Screen(
            names=names_of(ACME),
            zone=now.tzinfo or UTC,
            now=now,
            width=self._width - len(_QUOTE),
            colour=self._colour,
        )

    def heading(self, text: str) -> None:
        self._write(f"\n\n{self._styled(text, '1')}")

    def say(self, sentence: str) -> None:
        self._write(f"\n{_folded(sentence, self._width)}")

    def verified(self, sentence: str) -> None:
        self.verified_so_far += 1
        mark = self._styled("✓", "32")
        named = _PERSON.sub(self._name, sentence)
        folded = _folded(named, self._width - 2).replace("\n", "\n  ")
        self._write(f"{mark} {folded}")

    def failed(self, sentence: str) -> None:
        mark = self._styled("✗", "31")
        self._write(f"\n{mark} {_folded(sentence, self._width - 2)}\n")

    def hint(self, line: str) -> None:
        self._write(visible(line))

    def quote(self, shown: str) -> None:
        self._write(textwrap.indent(shown, _QUOTE, lambda _line: True))

    def mail(self, mail: Json) -> None:
        self.quote(drawn_mail(mail, self._width - len(_QUOTE)))

    def _name(self, mention: re.Match[str]) -> str:
        return self.screen.names.get(mention[1], mention[0])

    def _styled(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def drawn_mail(mail: Json, width: int) -> str:
    """Show headers and body; the long event inside the body is shortened."""
    body = _EVENT.sub(_shortened, mail["body"])
    head = [f"To: {mail['to']}", f"Date: {mail['at']}", f"Subject: {mail['subject']}"]
    lines = [*head, "", *body.rstrip().split("\n")]
    return "\n".join(_folded(visible(line), width) for line in lines)


def _folded(line: str, width: int) -> str:
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _shortened(found: re.Match[str]) -> str:
    return f"{found[1]}{{ … {len(found[2]):,} characters for machines … }}"
