"""The demo with a real workspace: check, connect, deploy, then the page."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from chalice_app.settings import SLACK_API
from infra.sandbox.aws.wheels import wheelhouse
from infra.sandbox.browser import Browser
from infra.sandbox.interrupts import AskedToEndError, Interrupts
from infra.sandbox.keyboard import Keyboard
from infra.sandbox.narrator import Narrator
from infra.sandbox.page.serving import page
from infra.sandbox.sealed import sealed
from infra.sandbox.socket_mode.bridge import Bridge
from infra.sandbox.socket_mode.deployed import deployed
from infra.sandbox.socket_mode.given import Given, taken
from infra.sandbox.socket_mode.link import linked
from infra.sandbox.socket_mode.refusals import CannotJoinError
from infra.sandbox.socket_mode.visit import visiting
from infra.sandbox.world import World

_PROJECT = Path(__file__).parents[3]
_PAUSE = 1.0
_USAGE = 2
_LEAVES = (
    "Only in this mode does anything but the installation of packages leave this "
    "machine: Reprieve's messages go to "
    "Slack, and what people press comes back. AWS and the mailbox stay here."
)
_NOBODY = "Nobody may press: SLACK_RESPONDERS is empty."


def in_slack(
    narrator: Narrator,
    interrupts: Interrupts,
    port: int,
    api: str = SLACK_API,
    *,
    opens: bool,
) -> int:
    """Give the exit code: 2 if what the environment gives does not lead into Slack."""
    try:
        with interrupts.allowed():
            given = taken(os.environ, _asked)
        browser = Browser(environment=dict(os.environ), wanted=opens)
        with sealed(), _joined(given, narrator, interrupts, api) as world:
            _show(world, narrator, interrupts, browser, port)
    except CannotJoinError as error:
        print(error, file=sys.stderr)
        return _USAGE
    narrator.say("The sandbox has ended; nothing is left running.")
    return 0


@contextmanager
def _joined(
    given: Given, narrator: Narrator, interrupts: Interrupts, api: str
) -> Iterator[World]:
    narrator.say(_LEAVES)
    bridge = Bridge(secrets.token_hex(32), narrator.say)
    with interrupts.allowed():
        wheelhouse(_PROJECT)
    with (
        linked(api, given.app_token, bridge, narrator.say),
        visiting(api, given) as workspace,
    ):
        narrator.say(f"Alerts will go to {given.channel} in {workspace}.")
        if not given.responders:
            narrator.say(_NOBODY)
        narrator.say("Running: chalice deploy --stage dev, into a local AWS.")
        with deployed(api, given, bridge, workspace) as world:
            yield world


def _show(
    world: World,
    narrator: Narrator,
    interrupts: Interrupts,
    browser: Browser,
    port: int,
) -> None:
    keyboard = Keyboard(sys.stdin)
    with page(world, port) as url:
        narrator.say(f"The page, with a KMS console and the mailbox: {url}")
        narrator.say("Schedule the deletion of a key there. Ctrl-C ends the sandbox.")
        with interrupts.allowed():
            browser.open(url)
        with suppress(AskedToEndError), interrupts.allowed():
            while not keyboard.ended:
                keyboard.lines(_PAUSE)


def _asked(question: str) -> str:
    """Ask a person; nobody is asked where there is no terminal."""
    try:
        return input(question).strip() if sys.stdin.isatty() else ""
    except EOFError:
        return ""
