"""The order of the demo: seal, start, deploy, tell, play; each part ends by itself."""

import sys
from contextlib import suppress
from pathlib import Path

from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.wheels import wheelhouse
from infra.sandbox.evidence import log_lines
from infra.sandbox.interrupts import AskedToEndError, Interrupts
from infra.sandbox.invitation import invitation
from infra.sandbox.keyboard import Keyboard
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import Outside
from infra.sandbox.play import Play
from infra.sandbox.scene import NotVerifiedError, Scene
from infra.sandbox.sealed import sealed
from infra.sandbox.story import CHAPTERS, Chapters
from infra.sandbox.world import World, world

_PROJECT = Path(__file__).parents[2]


def run(
    narrator: Narrator,
    interrupts: Interrupts,
    *,
    once: bool,
    chapters: Chapters = CHAPTERS,
) -> int:
    """Give the exit code: 0 if every step was verified."""
    with sealed():
        with interrupts.allowed():
            narrator.say("Making ready: the packages that Lambda's bundle needs.")
            wheelhouse(_PROJECT)
        with world() as acme:
            _deploy(acme, narrator)
            with interrupts.allowed():
                told = _tell(acme, narrator, chapters)
            if told and not once:
                _play(acme, narrator, interrupts)
    narrator.say("The sandbox has ended; nothing is left running.")
    return 0 if told else 1


def _deploy(acme: World, narrator: Narrator) -> None:
    narrator.say(
        f"Started: a local AWS at {acme.aws.endpoint}, which enforces IAM, and a local "
        f"Slack at {acme.slack.url}"
    )
    narrator.say("Running: chalice deploy --stage dev, then filling its two secrets.")
    acme.deploy()


def _tell(acme: World, narrator: Narrator, chapters: Chapters) -> bool:
    """Tell every chapter; what was not verified ends the story, with Lambda's lines."""
    scene = Scene(world=acme, outside=Outside(acme), narrator=narrator)
    try:
        for number, (title, chapter) in enumerate(chapters.items(), start=1):
            narrator.heading(f"{number}. {title}")
            chapter(scene)
    except NotVerifiedError as error:
        narrator.failed(str(error))
        for line in log_lines(acme.aws):
            narrator.hint(line)
        return False
    count = narrator.verified_so_far
    narrator.heading(f"The story is told. {count} facts were verified from outside.")
    return True


def _play(acme: World, narrator: Narrator, interrupts: Interrupts) -> None:
    """Whoever ends it has seen the story verified, so a signal is no failure here."""
    player = acme.aws.user("you", EVERYTHING)
    keys = Outside(acme).keys()
    narrator.hint(invitation(acme.aws.endpoint, acme.slack.url, player, keys))
    with suppress(AskedToEndError), interrupts.allowed():
        Play(acme, narrator).run(Keyboard(sys.stdin))
