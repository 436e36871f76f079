"""Who may post: nobody beside a live lease, and after a dead one only who looks."""

from datetime import timedelta

import pytest

from chalice_app.domain.posting import POST_LASTS, PostLease, PostRight, claim
from tests.shapes import START

SECOND = timedelta(seconds=1)
TAKEN = PostLease(attempt=3, until=START + POST_LASTS)


@pytest.mark.parametrize(
    ("lease", "after", "right"),
    [
        (None, timedelta(0), PostRight(attempt=1, look_first=False)),
        (TAKEN, timedelta(0), None),
        (TAKEN, POST_LASTS - SECOND, None),
        (TAKEN, POST_LASTS, PostRight(attempt=4, look_first=True)),
        (TAKEN, 9 * POST_LASTS, PostRight(attempt=4, look_first=True)),
    ],
)
def test_a_right_to_post(
    lease: PostLease | None, after: timedelta, right: PostRight | None
) -> None:
    assert claim(lease, START + after) == right
