"""The check of the token: that its secret can be read, and that Slack takes it."""

from collections.abc import Callable, Iterator

from chalice_app.adapters.aws_json import AwsJsonError
from chalice_app.adapters.secrets_manager import EMPTY
from chalice_app.adapters.slack_api import SlackApi
from chalice_app.domain.watcher.finding import Finding, ok, unchecked, wrong
from chalice_app.errors import ChatRefusedError, TryAgainError


def look_at_secret(token: Callable[[], str], name: str) -> Iterator[Finding]:
    """Read the secret anew: a kept token tells nothing of how the secret stands."""
    try:
        token()
    except TryAgainError as error:
        cause = error.__cause__
        code = cause.code if isinstance(cause, AwsJsonError) else str(error)
        yield _unread(code, name)
    else:
        yield ok("token_filled", secret=name)


def look_at_token(slack: SlackApi) -> Iterator[Finding]:
    try:
        told = slack.look_up("auth.test")
    except ChatRefusedError as refused:
        yield wrong("slack_refuses_token", code=refused.code)
    else:
        yield ok("slack_known", team=told.get("team"), user=told.get("user"))


def _unread(code: str, name: str) -> Finding:
    if code in EMPTY:
        return wrong("token_empty", secret=name)
    return unchecked("refused", operation="GetSecretValue", code=code, why=name)
