"""The errors that stories and adapters raise.

ReprieveError
├── TryAgainError        rises out of the Lambda: the queue or SNS delivers again
│   ├── BeingShownError     another worker may be posting this case's message
│   ├── BeingActedOnError   another press holds the lease that this one had
│   ├── KmsSilentError      KMS gave no answer, or one of the moment
│   ├── NotProvedError      KMS took the call; its state does not show it yet
│   └── ChatSilentError     Slack gave no answer, or one of the moment
├── NotFromSlackError    the queue holds something that Slack did not sign
├── KmsRefusedError      KMS refused a call; told to the presser with the next step
└── ChatRefusedError     Slack refused a call, for a reason that does not pass
"""


class ReprieveError(Exception):
    """Never raised directly; `after` is in how many seconds to try again, if known."""

    after: int | None = None


class TryAgainError(ReprieveError):
    """What failed may succeed at the next delivery, or so many seconds later."""

    def __init__(self, what: str = "", *, after: int | None = None) -> None:
        super().__init__(what)
        self.after = after


class BeingShownError(TryAgainError):
    """Another worker holds the right to post."""


class BeingActedOnError(TryAgainError):
    """Another press holds the right to act, and this one has already asked KMS."""


class KmsSilentError(TryAgainError):
    """KMS timed out, throttled or failed inside; the call may have taken effect."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotProvedError(TryAgainError):
    """The reading after the call does not show its effect yet."""


class ChatSilentError(TryAgainError):
    """Slack timed out, limited the rate or failed inside."""


class NotFromSlackError(ReprieveError):
    """The signature does not fit; the message goes to the dead letters."""


class KmsRefusedError(ReprieveError):
    """KMS answered with an error that the same call would meet again."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class ChatRefusedError(ReprieveError):
    """Slack answered with an error, by its own name."""

    def __init__(self, method: str, code: str) -> None:
        super().__init__(f"{method}: {code}")
        self.code = code

    @property
    def message_is_gone(self) -> bool:
        """Tell if somebody has deleted the message that was to be rewritten."""
        return self.code == "message_not_found"

    @property
    def thread_is_gone(self) -> bool:
        """Tell if somebody has deleted the message that was to be replied to."""
        return self.code == "thread_not_found"
