"""A page with nothing behind it, one before a local AWS, and a Slack with an app."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.page.serving import page
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.serving import served
from infra.sandbox.world import World, configuration
from tests.infra.sandbox.page.plain import Scenery, plain_page
from tests.infra.sandbox.page.visitor import Visitor
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import actions, input_block, modal, text_input


@pytest.fixture
def scenery() -> Scenery:
    return Scenery()


@pytest.fixture
def visitor(scenery: Scenery) -> Iterator[Visitor]:
    with plain_page(scenery) as url:
        yield Visitor(url)


@pytest.fixture(scope="module")
def empty_world(started_aws: LocalAws) -> Iterator[World]:
    """Give an AWS and a Slack in which nothing is deployed."""
    started_aws.reset()
    with LocalSlack() as slack:
        nothing = Deployment(started_aws, configuration((), slack))
        yield World(aws=started_aws, slack=slack, deployment=nothing, responders=())


@pytest.fixture(scope="module")
def at_console(empty_world: World) -> Iterator[Visitor]:
    with page(empty_world) as url:
        yield Visitor(url)


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as running:
        yield running


@pytest.fixture
def app(slack: LocalSlack) -> Iterator[AppDouble]:
    double = AppDouble(slack.store.clock)
    with served(double.server()) as url:
        slack.events_url = f"{url}slack/events"
        yield double


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    return WebClient(token=acme.REPRIEVE_APP.token, base_url=slack.api_url)


@pytest.fixture
def ts(client: WebClient) -> str:
    posted = client.chat_postMessage(
        channel=acme.CHANNEL, text="news", blocks=[actions()]
    )
    return str(posted["ts"])


@pytest.fixture
def view(slack: LocalSlack, client: WebClient, app: AppDouble) -> str:
    """Open a modal that wants a reason of five characters, for Ada."""
    assert app.payloads == []
    asked = modal(input_block(text_input(min_length=5)))
    trigger = slack.store.new_trigger(acme.ADA)
    return str(client.views_open(trigger_id=trigger, view=asked)["view"]["id"])
