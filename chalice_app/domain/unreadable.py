"""What is raised when a document tells of no key event."""


class UnreadableEventError(ValueError):
    """The document tells of no key event; str() is the reason in one sentence."""
