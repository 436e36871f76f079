"""A small storm through the real stories and the local Slack ends as a great one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalice_app.domain.remedy import Remedy
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.world import World
from tests.storm.restoring import restored
from tests.storm.seen import carried_out, slack_of, tops, untold
from tests.storm.weather import Storm


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def slack(world: World) -> Iterator[LocalSlack]:
    with slack_of(world) as running:
        yield running


@pytest.mark.parametrize("allowed", [True, False], ids=["harm", "refused"])
def test_every_key_is_told_in_four_messages(
    world: World, slack: LocalSlack, *, allowed: bool
) -> None:
    storm = Storm(keys=40, lasts=timedelta(seconds=60), allowed=allowed)

    run = carried_out(storm, slack, world)

    assert len(tops(slack)) == 4
    assert untold(world, slack) == 0
    assert run.busiest(timedelta(seconds=10)) == 1
    assert ": 37," in tops(slack)[-1]
    assert world.notices.sent == []


def test_refused_calls_are_no_e_mail_unless_somebody_asks_for_it(
    world: World, slack: LocalSlack
) -> None:
    storm = Storm(keys=4, lasts=timedelta(seconds=1), allowed=False)

    assert carried_out(storm, slack, world).mailed == 0


def test_all_keys_of_a_storm_are_restored_below_the_quota_of_kms(
    world: World, slack: LocalSlack
) -> None:
    run = carried_out(Storm(keys=40, lasts=timedelta(seconds=60)), slack, world)

    told = restored(run, Remedy.CANCEL_DELETION)

    assert told.proved == told.keys == told.calls.total() == 37
    assert max(told.calls.values()) <= 5
    assert run.busiest(timedelta(seconds=10)) <= 2
    assert len(world.notices.sent) == 1
