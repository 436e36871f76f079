"""Calls that failed on AWS's side, of which nobody knows if they took effect."""

from chalice_app.domain.key_event import KeyEvent

# CloudTrail writes KMS's own errors with and without "Exception" at the end.
_UNCLEAR = frozenset(
    {
        "DependencyTimeout",
        "InternalError",
        "InternalFailure",
        "InternalServerError",
        "KMSInternal",
        "ServiceUnavailable",
    }
)


def is_unclear(event: KeyEvent) -> bool:
    """Tell a failure of AWS from a refusal: it may come after the change was made."""
    return (event.error or "").removesuffix("Exception") in _UNCLEAR
