"""A plain screen in the workspace, at one moment in UTC."""

from datetime import UTC, datetime

from infra.sandbox.slack import acme
from infra.sandbox.slack.screen import Screen, names_of

SCREEN = Screen(
    names=names_of(acme.ACME),
    zone=UTC,
    now=datetime(2026, 11, 23, 14, 5, tzinfo=UTC),
)
