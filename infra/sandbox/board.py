"""The buttons that are on show, each with a number to press it by."""

from infra.sandbox.channel_state import acts
from infra.sandbox.pressing import label
from infra.sandbox.slack.records import Message

Target = tuple[str, str]


class Board:
    """A number stays with its button for good, so a press never meets another one."""

    def __init__(self) -> None:
        self._targets: list[Target] = []

    def lines(self, message: Message) -> list[str]:
        return [
            f"press {self._number((message.ts, act))}: {label(act)}"
            for act in acts(message)
        ]

    def target(self, number: int) -> Target | None:
        known = 0 < number <= len(self._targets)
        return self._targets[number - 1] if known else None

    def _number(self, target: Target) -> int:
        if target not in self._targets:
            self._targets.append(target)
        return self._targets.index(target) + 1
