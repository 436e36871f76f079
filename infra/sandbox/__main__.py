"""`make demo`: all of Reprieve on this machine, told as a story, then to play with."""

import argparse
import io
import os
import shutil
import subprocess
import sys

from infra.sandbox.aws.deployment import DeploymentFailedError
from infra.sandbox.aws.process import NotStartedError
from infra.sandbox.demo import run
from infra.sandbox.interrupts import AskedToEndError, Interrupts
from infra.sandbox.narrator import Narrator
from infra.sandbox.socket_mode.demo import in_slack


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.sandbox", description=__doc__
    )
    parser.add_argument("--once", action="store_true", help="end after the story")
    parser.add_argument(
        "--slack", action="store_true", help="post into a real Slack workspace"
    )
    options = parser.parse_args()
    interrupts = Interrupts()
    interrupts.listen()
    try:
        if options.slack:
            return in_slack(_narrator(), interrupts)
        return run(_narrator(), interrupts, once=options.once)
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
