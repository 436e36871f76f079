"""The demo with a real workspace: check, connect, deploy, then follow what happens."""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

from chalice_app.settings import SLACK_API
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.wheels import wheelhouse
from infra.sandbox.interrupts import AskedToEndError, Interrupts
from infra.sandbox.keyboard import Keyboard
from infra.sandbox.narrator import Narrator
from infra.sandbox.sealed import sealed
from infra.sandbox.socket_mode.bridge import Bridge
from infra.sandbox.socket_mode.deployed import deployed
from infra.sandbox.socket_mode.desk import Desk
from infra.sandbox.socket_mode.given import Given, taken
from infra.sandbox.socket_mode.link import linked
from infra.sandbox.socket_mode.refusals import CannotJoinError
from infra.sandbox.socket_mode.visit import visiting

_PROJECT = Path(__file__).parents[3]
_PAUSE = 0.3
_USAGE = 2
_LEAVES = (
    "Only in this mode does anything leave this machine: Reprieve's messages go to "
    "Slack, and Slack's presses come back. AWS and the mailbox stay here."
)
_NOBODY = "Nobody may press: SLACK_RESPONDERS is empty."
Told = SimpleQueue[str]


def in_slack(narrator: Narrator, interrupts: Interrupts, api: str = SLACK_API) -> int:
    """Give the exit code: 2 if what the environment gives does not lead into Slack."""
    try:
        with interrupts.allowed():
            given = taken(os.environ, _asked)
        _run(given, narrator, interrupts, api)
    except CannotJoinError as error:
        print(error, file=sys.stderr)
        return _USAGE
    narrator.say("The sandbox has ended; nothing is left running.")
    return 0


def _run(given: Given, narrator: Narrator, interrupts: Interrupts, api: str) -> None:
    narrator.say(_LEAVES)
    told: Told = SimpleQueue()
    bridge = Bridge(secrets.token_hex(32), told.put)
    with sealed():
        with interrupts.allowed():
            wheelhouse(_PROJECT)
        with (
            linked(api, given.app_token, bridge, told.put),
            visiting(api, given) as workspace,
        ):
            narrator.say(f"Alerts go to {given.channel} in {workspace}.")
            narrator.say("Running: chalice deploy --stage dev, into a local AWS.")
            with deployed(api, given, bridge) as aws:
                _follow(aws, given, told, narrator, interrupts)


def _follow(
    aws: LocalAws, given: Given, told: Told, narrator: Narrator, interrupts: Interrupts
) -> None:
    if not given.responders:
        narrator.say(_NOBODY)
    desk, keyboard = Desk(aws=aws, narrator=narrator), Keyboard(sys.stdin)
    desk.make_keys()
    with suppress(AskedToEndError), interrupts.allowed():
        while not keyboard.ended:
            for line in keyboard.lines(_PAUSE):
                desk.obey(line)
            while not told.empty():
                narrator.say(told.get())
            desk.show_mails()


def _asked(question: str) -> str:
    """Ask a person; nobody is asked where there is no terminal."""
    try:
        return input(question).strip() if sys.stdin.isatty() else ""
    except EOFError:
        return ""
