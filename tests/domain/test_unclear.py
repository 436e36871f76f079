"""A failure of AWS is no refusal."""

import pytest

from chalice_app.domain.unclear import is_unclear
from tests.shapes import event


@pytest.mark.parametrize(
    ("error", "unclear"),
    [
        ("DependencyTimeoutException", True),
        ("KMSInternalException", True),
        ("KMSInternal", True),
        ("InternalFailure", True),
        ("ServiceUnavailableException", True),
        ("AccessDenied", False),
        ("KMSInvalidStateException", False),
        ("ThrottlingException", False),
        ("Exception", False),
        (None, False),
    ],
)
def test_which_errors_leave_it_open(error: str | None, *, unclear: bool) -> None:
    assert is_unclear(event(error=error)) is unclear
