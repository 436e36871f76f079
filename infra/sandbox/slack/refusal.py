"""How Slack says no: a short error name, sometimes with details."""

from collections.abc import Iterable

from infra.sandbox.slack.shapes import JsonObject


class SlackRefusalError(Exception):
    def __init__(self, error: str, **details: object) -> None:
        super().__init__(error)
        self.error = error
        self.details = details

    def as_answer(self) -> JsonObject:
        return {"ok": False, "error": self.error, **self.details}


def refused_for(error: str, problems: Iterable[str]) -> SlackRefusalError:
    """Name each problem as Slack does: a sentence and a JSON pointer."""
    found = list(problems)
    messages = [f"[ERROR] {problem}" for problem in found]
    return SlackRefusalError(
        error, errors=found, response_metadata={"messages": messages}
    )
