"""A sandbox in processes of its own, which are killed, and started again."""

import json
import os
import signal
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.reachable_aws import ReachableAws
from infra.sandbox.aws.shapes import Client
from infra.sandbox.channel_state import ChannelState, read_channel
from infra.sandbox.unmeasured import unmeasured

ROOT = Path(__file__).parents[2]
# Longer than any lease, and than the queue keeps a message from others (180 s).
AWAY = 200.0
_SECONDS_A_DAY = 86400
_BOT = ":assumed-role/reprieve-"


class KilledSandbox:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.start(slept=0)

    def start(self, slept: float = AWAY) -> None:
        """Start all of it, as if so many seconds had passed since it was killed."""
        arguments = [str(self._folder), str(slept)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "infra.sandbox.standing", *arguments],
            cwd=ROOT,
            env={**unmeasured(os.environ), "TMPDIR": str(self._folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self._process.stdout
        told = self._process.stdout.readline()
        assert told, "The sandbox did not start."
        self._told = json.loads(told)
        self.aws = ReachableAws(self._told["aws"])
        self._ahead = slept

    def kill(self) -> bool:
        """Kill every process: AWS with Lambda's workers, and Slack.

        Give whether the app had acknowledged a press that was sent since the start.
        """
        os.killpg(self._told["group"], signal.SIGKILL)
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        assert self._process.stdin
        assert self._process.stdout
        sent = [json.loads(line) for line in self._process.stdout]
        self._process.stdin.close()
        self._process.stdout.close()
        return any(one["status"] == HTTPStatus.OK for one in sent)

    def wait(self, seconds: float) -> None:
        self.aws.wait(seconds)
        self._ahead += seconds

    def come_back_to_now(self) -> None:
        """Undo the waiting, so that its sum does not part AWS's clock from Slack's."""
        self.aws.advance(-self._ahead / _SECONDS_A_DAY)
        self._ahead = 0.0

    def press(self, ts: str, action_id: str, user: str) -> None:
        assert self._process.stdin
        wanted = {"ts": ts, "action_id": action_id, "user": user}
        self._process.stdin.write(f"{json.dumps(wanted)}\n")
        self._process.stdin.flush()

    def kms(self) -> Client:
        olga = self.aws.assume("Administrator", "olga", EVERYTHING)
        return self.aws.client("kms", olga)

    def channel(self) -> ChannelState:
        return read_channel(self._told["slack"])

    def calls_by_reprieve(self, key: str) -> list[str]:
        return [
            f"{record['eventName']} {record.get('errorCode', '')}".strip()
            for record in self.aws.trail()
            if _BOT in record["userIdentity"].get("arn", "")
            and key in json.dumps(record)
        ]
