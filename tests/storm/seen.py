"""What Slack shows of a storm when all is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from chalice_app.adapters.slack_chat import SlackChat
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.journal import Journaled
from tests.fakes.slack_clients import client_of
from tests.fakes.world import World
from tests.storm.weather import Run, Storm


def carried_out(storm: Storm, slack: LocalSlack, world: World) -> Run:
    """Have the stories speak to this Slack, which refuses what Slack refuses."""
    chat = SlackChat(client_of(slack.api_url), acme.CHANNEL)
    heard = Journaled(chat, "chat", world.journal)
    world.tools = replace(world.tools, chat=heard)
    run = Run(world, world.now)
    run.through(storm)
    return run


@contextmanager
def slack_of(world: World) -> Iterator[LocalSlack]:
    """Start a Slack whose clock is the world's."""

    def clock() -> float:
        return world.now.timestamp()

    with LocalSlack(clock=clock) as running:
        yield running


def tops(slack: LocalSlack) -> list[str]:
    """Give the text of every top-level message."""
    return [
        it.shown.text for it in slack.store.messages.values() if it.thread_ts is None
    ]


def untold(world: World, slack: LocalSlack) -> int:
    """Count the cases whose newest version no message and no page shows."""
    said = "".join(str(it.shown.blocks) for it in slack.store.messages.values())
    heads = [it["pk"][5:] for it in world.table.items.values() if it["sk"] == "HEAD"]
    cases = [world.tools.cases.get(it) for it in heads]
    return sum(
        not (it and it.shown_version == it.version and it.label in said) for it in cases
    )
