"""The two tickets that a press hands to the app: a trigger id and a response_url."""

from dataclasses import dataclass

from infra.sandbox.slack.refusal import SlackRefusalError

TRIGGER_SECONDS = 3
RESPONSE_SECONDS = 30 * 60
RESPONSE_USES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    user: str
    made_at: float
    used: bool = False

    def check(self, now: float) -> None:
        if self.used:
            raise SlackRefusalError("exchanged_trigger_id")
        if now - self.made_at > TRIGGER_SECONDS:
            raise SlackRefusalError("expired_trigger_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTicket:
    channel: str
    message_ts: str
    user: str
    made_at: float
    uses: int = 0

    def check(self, now: float) -> None:
        if now - self.made_at > RESPONSE_SECONDS:
            raise SlackRefusalError("expired_url")
        if self.uses >= RESPONSE_USES:
            raise SlackRefusalError("used_url")
