"""`make demo` on a machine that is set up for a real account."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from infra.sandbox.slack import acme
from infra.sandbox.unmeasured import unmeasured
from tests.infra.sandbox.page.visitor import Visitor
from tests.stories.demo_process import HOSTILE, ROOT, Demo

WITHOUT_AWS = {n: v for n, v in os.environ.items() if not n.startswith("AWS_")}
PAGE = ("--no-open", "--port", "0")
ADDRESS = r"mailbox: (http://127\.0\.0\.1:\d+/)"
DISABLE = "import boto3, sys; boto3.client('kms').disable_key(KeyId=sys.argv[1])"


def test_the_demo_tells_its_story_once_and_ends_well(tmp_path: Path) -> None:
    with Demo(tmp_path, "--once") as demo:
        assert demo.code() == 0
        assert demo.left_behind() == []
    assert "facts were verified from outside" in demo.said()
    assert "example.invalid" not in demo.said()


def test_the_demo_leads_to_the_page_and_follows_along_until_it_is_asked_to_end(
    tmp_path: Path,
) -> None:
    with Demo(tmp_path, *PAGE) as demo:
        browser = Visitor(demo.wait_for(ADDRESS)[1])
        invitation = demo.said()
        key_id = re.findall(r"--key-id (\S+)", invitation)[-1]
        shell = dict(re.findall(r"(AWS_\w+)=(\S+)", invitation))
        subprocess.run(
            [sys.executable, "-c", DISABLE, key_id],
            env={**WITHOUT_AWS, **shell},
            cwd=ROOT,
            check=True,
        )
        shown = demo.wait_for(r"Key disabled: alias/prod/orders.*?press (\d+)")

        demo.type(f"press {shown[1]} as eve")
        demo.wait_for("only visible to Eve")
        [alert] = browser.state()["channel"]["messages"]
        press = {"ts": alert["ts"], "action_id": "rp.enable", "as": acme.BO}
        browser.post("/slack/press", **press)
        demo.wait_for("Re-enabled by @Bo")

        with browser.live() as states:
            assert next(states)["keys"][0]["state"] == "Enabled"
            assert demo.end(signal.SIGINT) == 0
        assert "nothing is left running" in demo.said()
        assert demo.left_behind() == []


STARTING, DEPLOYING, TELLING = "Making ready", "chalice deploy", "schedules"
ENDS = (
    (STARTING, signal.SIGTERM, False),
    (STARTING, signal.SIGINT, True),
    (DEPLOYING, signal.SIGTERM, False),
    (DEPLOYING, signal.SIGINT, True),
    (TELLING, signal.SIGTERM, False),
    (TELLING, signal.SIGINT, True),
)


# The two runs above measure what these run, too.
UNMEASURED = {
    **HOSTILE,
    **dict.fromkeys(os.environ.keys() - unmeasured(os.environ), ""),
}


@pytest.mark.parametrize(("phase", "number", "like_a_terminal"), ENDS)
def test_a_signal_ends_the_demo_in_any_phase_and_leaves_nothing(
    phase: str, number: int, *, like_a_terminal: bool, tmp_path: Path
) -> None:
    with Demo(tmp_path, "--once", environment=UNMEASURED) as demo:
        demo.wait_for(phase)

        assert demo.end(number, like_a_terminal=like_a_terminal) == 128 + number
        assert demo.left_behind() == []
    assert "Traceback" not in demo.said()
