"""A page with nothing behind it, and one before a local AWS and a local Slack."""

from collections.abc import Iterator

import pytest

from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.page.serving import page
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.world import World, configuration
from tests.infra.sandbox.page.plain import Scenery, plain_page
from tests.infra.sandbox.page.visitor import Visitor


@pytest.fixture
def scenery() -> Scenery:
    return Scenery()


@pytest.fixture
def visitor(scenery: Scenery) -> Iterator[Visitor]:
    with plain_page(scenery) as url:
        yield Visitor(url)


@pytest.fixture
def empty_world(aws: LocalAws) -> Iterator[World]:
    """Give an AWS and a Slack in which nothing is deployed."""
    with LocalSlack() as slack:
        nothing = Deployment(aws, configuration((), slack))
        yield World(aws=aws, slack=slack, deployment=nothing, responders=())


@pytest.fixture
def at_console(empty_world: World) -> Iterator[Visitor]:
    with page(empty_world) as url:
        yield Visitor(url)
