"""The page of a running sandbox, served until the block ends."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from starlette.types import ASGIApp

from infra.sandbox.page.app import page_app
from infra.sandbox.page.channel import Channel
from infra.sandbox.page.clock import clock
from infra.sandbox.page.console import Console
from infra.sandbox.page.ending import Ending
from infra.sandbox.page.people import enrolled
from infra.sandbox.page.sample_keys import make_keys
from infra.sandbox.page.seen import look
from infra.sandbox.slack.serving import served
from infra.sandbox.time_travel import travel
from infra.sandbox.world import World


@contextmanager
def page(world: World, port: int = 0) -> Iterator[str]:
    """Make the people and their keys, and give the URL; once for each sandbox.

    A port that is taken is replaced by a free one, as is 0.
    """
    identities = enrolled(world.aws)
    make_keys(world.aws.client("kms", identities.of("administrator")))
    console, channel = Console(world.aws, identities), Channel(world.slack)
    acts = {
        "/kms": console.act,
        "/slack/press": channel.press,
        "/slack/press-in-view": channel.press_in_view,
        "/slack/submit": channel.submit,
        "/slack/close": channel.close,
        "/clock": clock(partial(travel, world.aws, world.slack)),
    }
    with ended(page_app(partial(look, world), acts), port) as url:
        yield url


@contextmanager
def ended(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Serve an app whose answers may go on for ever, and end them with the block."""
    ending = Ending(app)
    with ExitStack() as serving:
        try:
            url = serving.enter_context(served(ending, port))
        except OSError:
            url = serving.enter_context(served(ending))
        serving.callback(ending.end)
        yield url
