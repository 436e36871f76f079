"""`python -m infra.sandbox.standing FOLDER`: a sandbox that goes on after a kill -9.

It takes one press a line, as JSON: the message's ts, the button's action_id, the user;
and writes a line for each press that it has brought to the app.
"""

import json
import sys
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from infra.sandbox.aws.deployment import Deployment
from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.process import State
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.world import World, configuration

RESPONDERS = (acme.ADA, acme.BO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the sandbox stands; it comes back to the same."""

    aws: str
    slack: str
    events: str

    @property
    def ports(self) -> tuple[int, int]:
        return _port(self.aws), _port(self.slack)


def main(folder: Path, slept: float) -> None:
    known = _known(folder)
    aws_port, slack_port = known.ports if known else (0, 0)
    state = State(file=folder / "aws.sqlite", port=aws_port, slept=slept)
    with (
        LocalSlack(port=slack_port, state=folder / "slack.sqlite") as slack,
        LocalAws(state) as aws,
    ):
        addresses = known or _deployed(aws, slack, folder)
        slack.events_url = addresses.events
        print(json.dumps({**asdict(addresses), "group": aws.pid}), flush=True)
        for line in sys.stdin:
            press = threading.Thread(target=_press, args=(slack, line), daemon=True)
            press.start()


def _press(slack: LocalSlack, line: str) -> None:
    wanted = json.loads(line)
    sent = slack.press(wanted["ts"], wanted["action_id"], user=wanted["user"])
    print(json.dumps({"ts": wanted["ts"], "status": sent.status}), flush=True)


def _known(folder: Path) -> Addresses | None:
    file = folder / "addresses.json"
    return Addresses(**json.loads(file.read_text())) if file.exists() else None


def _deployed(aws: LocalAws, slack: LocalSlack, folder: Path) -> Addresses:
    with Deployment(aws, configuration(RESPONDERS, slack)) as deployment:
        World(
            aws=aws, slack=slack, deployment=deployment, responders=RESPONDERS
        ).deploy()
        events = deployment.slack_url
    addresses = Addresses(aws=aws.endpoint, slack=slack.url, events=events)
    (folder / "addresses.json").write_text(json.dumps(asdict(addresses)))
    return addresses


def _port(url: str) -> int:
    return urlsplit(url).port or 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
