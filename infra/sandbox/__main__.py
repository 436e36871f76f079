"""`make demo`: all of Reprieve on this machine, on a page, or once told as a story."""

import argparse
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial

from infra.sandbox.aws.deployment import DeploymentFailedError
from infra.sandbox.aws.process import NotStartedError
from infra.sandbox.browser import Browser
from infra.sandbox.demo import run
from infra.sandbox.interrupts import AskedToEndError, Interrupts
from infra.sandbox.narrator import Narrator
from infra.sandbox.showing import PORT, shown
from infra.sandbox.socket_mode.demo import in_slack
from infra.sandbox.telling import told

Demo = Callable[[Narrator, Interrupts], int]
_LAST_PORT = 65535


def main() -> int:
    demo = _demo()
    interrupts = Interrupts()
    interrupts.listen()
    try:
        return demo(_narrator(), interrupts)
    except AskedToEndError:
        print("The sandbox has ended; nothing is left running.")
        return interrupts.exit_code
    except (
        DeploymentFailedError,
        NotStartedError,
        subprocess.CalledProcessError,
    ) as error:
        # Ctrl-C in a terminal reaches `chalice deploy` too, which then fails.
        return interrupts.exit_code if interrupts.asked else _failed(error)


def _demo() -> Demo:
    parser = argparse.ArgumentParser(
        prog="python -m infra.sandbox", description=__doc__
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--once", action="store_true", help="no page: tell the story, verify it, end"
    )
    instead.add_argument(
        "--slack", action="store_true", help="alerts go to a real Slack workspace"
    )
    parser.add_argument(
        "--port", type=_port, default=PORT, metavar="N", help=f"the page's port, {PORT}"
    )
    parser.add_argument("--no-open", action="store_true", help="open no browser")
    asked = parser.parse_args()
    if asked.slack:
        return partial(in_slack, port=asked.port, opens=not asked.no_open)
    browser = Browser(environment=dict(os.environ), wanted=not asked.no_open)
    page = partial(shown, browser=browser, port=asked.port)
    return partial(run, programme=told if asked.once else page)


def _port(typed: str) -> int:
    if not typed.isdecimal() or int(typed) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"not a number up to {_LAST_PORT}: {typed}")
    return int(typed)


def _failed(error: Exception) -> int:
    print(f"The sandbox could not start. {error}", file=sys.stderr)
    return 1


def _narrator() -> Narrator:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True, errors="replace")
    width = min(shutil.get_terminal_size().columns, 100)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return Narrator(print, width=max(width, 60), colour=colour)


if __name__ == "__main__":
    sys.exit(main())
