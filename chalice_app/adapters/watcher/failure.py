"""Why a check could not be made, as a finding."""

from botocore.exceptions import BotoCoreError, ClientError

from chalice_app.domain.watcher.finding import Finding, unchecked
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError

NO_ANSWER = (ClientError, BotoCoreError, ChatRefusedError, TryAgainError)


def unanswered(error: Exception) -> Finding | None:
    """Say why AWS or Slack has not answered; None for an error of another kind."""
    match error:
        case ClientError():
            told = error.response["Error"]
            code, why = told["Code"], told.get("Message", "-")
            operation = error.operation_name
            return unchecked("refused", operation=operation, code=code, why=why)
        case BotoCoreError():
            return unchecked("aws_silent", why=error)
        case ChatRefusedError():
            return unchecked("slack_refused", error=error)
        case ChatSilentError():
            return unchecked("slack_silent", error=error)
        case TryAgainError():  # such as a secret that cannot be read
            return unchecked("aws_silent", why=error)
    return None
