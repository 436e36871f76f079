"""The page of a running sandbox, served until the block ends."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from infra.sandbox.page.app import page_app
from infra.sandbox.page.channel import Channel
from infra.sandbox.page.clock import clock
from infra.sandbox.page.console import Console
from infra.sandbox.page.ending import Ending
from infra.sandbox.page.people import Identities
from infra.sandbox.page.sample_keys import make_keys
from infra.sandbox.page.seen import look
from infra.sandbox.slack.serving import served
from infra.sandbox.world import World


@contextmanager
def page(world: World, port: int = 0) -> Iterator[str]:
    """Make the people and their keys, and give the URL; once for each sandbox.

    A port that is taken is replaced by a free one, as is 0.
    """
    identities = Identities(world.aws)
    identities.enrol()
    make_keys(world.aws.client("kms", identities.of("administrator")))
    console, channel = Console(world.aws, identities), Channel(world.slack)
    acts = {
        "/kms": console.act,
        "/slack/press": channel.press,
        "/slack/submit": channel.submit,
        "/slack/close": channel.close,
        "/clock": clock(world.aws),
    }
    app = Ending(page_app(partial(look, world), acts))
    with ExitStack() as serving:
        try:
            url = serving.enter_context(served(app, port))
        except OSError:
            url = serving.enter_context(served(app))
        serving.callback(app.end)
        yield url
