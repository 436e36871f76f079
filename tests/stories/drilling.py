"""The command `test-alert` as an operator runs it, against the sandbox."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from chalice_app.domain.drill import DETAIL_TYPE, SOURCE
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene
from infra.sandbox.slack.records import Message
from tests.house import ROOT

Json = dict[str, Any]


@contextmanager
def running(scene: Scene, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Start the command in the checkout that was deployed, with an operator's keys."""
    aws = scene.world.aws
    operator = aws.assume("Administrator", "operator", EVERYTHING)
    # -P: the copy that was deployed has no commands, and must not hide those here.
    command = [sys.executable, "-P", "-m", "chalice_app", "test-alert"]
    with subprocess.Popen(
        [*command, "--stage", STAGE, *arguments],
        cwd=scene.world.deployment.folder,
        env={**aws.environment(operator), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process


def drill(scene: Scene, *arguments: str) -> tuple[int, Json]:
    """Let the command end; give its exit code and its document."""
    with running(scene, "--json", *arguments) as process:
        told, errors = process.communicate(timeout=120)
    assert errors == ""
    return process.returncode, json.loads(told)


def put(scene: Scene, *details: Json) -> list[str]:
    """Send drills as anybody who may put events; give the ids of the events."""
    answer = scene.world.aws.client("events").put_events(
        Entries=[
            {
                "Source": SOURCE,
                "DetailType": DETAIL_TYPE,
                "Detail": json.dumps(detail),
            }
            for detail in details
        ]
    )
    return [it["EventId"] for it in answer["Entries"]]


def drill_message(scene: Scene, drill_id: str) -> Message:
    found = wait_for(lambda: scene.outside.channel().alerts(drill_id), bool, PATIENCE)
    [message] = found
    return message


def drill_mails(scene: Scene, drill_id: str) -> list[Json]:
    return [
        json.loads(mail["body"])
        for mail in scene.outside.mails()
        if drill_id in mail["body"] and mail["body"].startswith("{")
    ]


def calls_of_kms(scene: Scene) -> list[str]:
    """Name every call to KMS that CloudTrail has of Reprieve's own roles."""
    return [
        record["eventName"]
        for record in scene.world.aws.trail()
        if ":assumed-role/reprieve-" in record["userIdentity"].get("arn", "")
    ]
