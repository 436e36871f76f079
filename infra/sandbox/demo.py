"""The order of the demo: seal, start, deploy, then what is to be seen of it."""

from collections.abc import Callable
from pathlib import Path

from infra.sandbox.aws.wheels import wheelhouse
from infra.sandbox.interrupts import Interrupts
from infra.sandbox.narrator import Narrator
from infra.sandbox.sealed import sealed
from infra.sandbox.world import World, world

_PROJECT = Path(__file__).parents[2]
# What is done with the deployed sandbox; it tells if all went well.
Programme = Callable[[World, Narrator, Interrupts], bool]


def run(narrator: Narrator, interrupts: Interrupts, programme: Programme) -> int:
    """Give the exit code: 0 if all went well."""
    with sealed():
        with interrupts.allowed():
            narrator.say("Making ready: the packages that Lambda's bundle needs.")
            wheelhouse(_PROJECT)
        with world(storms=True) as acme:
            _deploy(acme, narrator)
            well = programme(acme, narrator, interrupts)
    narrator.say("The sandbox has ended; nothing is left running.")
    return 0 if well else 1


def _deploy(acme: World, narrator: Narrator) -> None:
    narrator.say(
        f"Started: a local AWS at {acme.aws.endpoint}, which enforces IAM, and a local "
        f"Slack at {acme.slack.url}"
    )
    narrator.say("Running: chalice deploy --stage dev, then filling its two secrets.")
    acme.deploy()
