"""The deployed sweep, as its schedule calls it."""

import json
from typing import Any

from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.shapes import ACCOUNT, REGION
from infra.sandbox.scene import Scene

SWEEP = f"reprieve-{STAGE}-sweep"


def swept(scene: Scene, time: str = "2026-11-24T12:00:00Z") -> None:
    """Call the sweep with the event that EventBridge's schedule sends."""
    functions = scene.world.aws.client("lambda")
    event = {
        "version": "0",
        "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT,
        "time": time,
        "region": REGION,
        "resources": [f"arn:aws:events:{REGION}:{ACCOUNT}:rule/{SWEEP}-event"],
        "detail": {},
    }
    told = functions.invoke(FunctionName=SWEEP, Payload=json.dumps(event))
    assert "FunctionError" not in told, told["Payload"].read()


def rules(scene: Scene) -> list[Any]:
    found = scene.world.aws.client("events").list_rules()["Rules"]
    return [it for it in found if it.get("ScheduleExpression")]


def test_it_is_scheduled_every_hour(scene: Scene) -> None:
    [rule] = [it for it in rules(scene) if SWEEP in it["Name"]]

    assert rule["ScheduleExpression"] == "rate(1 hour)"
    assert rule["State"] == "ENABLED"
