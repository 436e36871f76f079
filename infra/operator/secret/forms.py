"""What Slack's two secrets look like, so that the wrong one of its page is refused."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# docs.slack.dev/authentication/tokens; xoxe is what token rotation gives.
_OTHER_TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "xoxp-": "user_token",
        "xapp-": "app_token",
        "xoxe": "rotating_token",
    }
)
_BOT_TOKEN = re.compile(r"xoxb-[A-Za-z0-9-]+")
_VISIBLE = re.compile(r"[!-~]+")
_USUAL_SIGNING_SECRET = re.compile(r"[0-9a-f]{32}")


def fault_of_token(text: str) -> str | None:
    """Name the sentence that refuses it; None for what may be a bot token."""
    others = (fault for start, fault in _OTHER_TOKENS.items() if text.startswith(start))
    return next(others, None if _BOT_TOKEN.fullmatch(text) else "no_bot_token")


def fault_of_signing_secret(text: str) -> str | None:
    """Refuse what cannot be one; Slack publishes no form that it must have."""
    if text.startswith(("xox", "xapp-")):
        return "token_as_signing_secret"
    return None if _VISIBLE.fullmatch(text) else "no_signing_secret"


def is_usual_signing_secret(text: str) -> bool:
    return bool(_USUAL_SIGNING_SECRET.fullmatch(text))
