"""What Slack shows in the end is the newest version, however workers interleave."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from chalice_app.domain.case import Place, looking
from chalice_app.domain.key import KeyState
from chalice_app.errors import TryAgainError
from chalice_app.flows.show_case import show
from infra.sandbox.slack import acme
from tests.fakes.world import World


class Overtaken:
    """A chat in which another worker is faster, just before our update lands."""

    def __init__(self, real: Any, meanwhile: Any) -> None:
        self._real = real
        self._meanwhile = [meanwhile]

    def update(self, place: Place, message: Any) -> None:
        while self._meanwhile:
            self._meanwhile.pop()()
        self._real.update(place, message)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def test_who_draws_last_has_drawn_the_newest(world: World) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)
    tools = world.tools
    tools.cases.change(case.id, partial(looking, user=acme.ADA))

    def other_worker() -> None:
        tools.cases.change(case.id, partial(looking, user=acme.BO))
        show(case.id, tools)

    slow = replace(tools, chat=Overtaken(tools.chat, other_worker))
    show(case.id, slow)

    assert acme.BO in str(world.message.versions[-1])


def test_a_case_that_is_gone_is_not_passed_over_in_silence(world: World) -> None:
    with pytest.raises(TryAgainError):
        show("0123456789", world.tools)


def test_nothing_is_sent_when_slack_has_the_newest(world: World) -> None:
    case = world.open("DisableKey", KeyState.DISABLED)

    show(case.id, world.tools)

    assert len(world.message.versions) == 1
