"""A clock that moves when a test says so."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.fakes.places import NOON


@dataclass
class Clock:
    now: datetime = NOON

    def waits(self, span: timedelta) -> None:
        self.now += span
