"""A step that is not verified ends the demo with what helps to find out why."""

import json
import os
import tempfile
from dataclasses import replace
from functools import partial

from infra.sandbox.demo import run
from infra.sandbox.evidence import log_lines
from infra.sandbox.interrupts import Interrupts
from infra.sandbox.narrator import Narrator
from infra.sandbox.outside import PATIENCE, wait_for
from infra.sandbox.scene import Scene
from infra.sandbox.telling import told


def saved_by_nobody(scene: Scene) -> None:
    """Expect what cannot be, after a forged press has left a line in a Lambda's log."""
    key = scene.key("alias/prod/unlucky", "Data of a test")
    queues = scene.world.aws.client("sqs")
    url = queues.get_queue_url(QueueName="reprieve-dev-actions")["QueueUrl"]
    queues.send_message(QueueUrl=url, MessageBody=json.dumps({}))
    wait_for(lambda: log_lines(scene.world.aws), bool, PATIENCE)
    replace(scene, patience=0.1).key_is(key, "PendingDeletion")


def test_a_failed_step_names_what_was_expected_and_found_and_shows_the_logs() -> None:
    written: list[str] = []
    environment, folder = dict(os.environ), tempfile.gettempdir()

    code = run(
        Narrator(written.append),
        Interrupts(),
        partial(told, chapters={"Nobody helps": saved_by_nobody}),
    )

    said = "\n".join(written)
    assert code == 1
    assert "Expected: An administrator asks KMS" in said
    assert "Found: 'Enabled'." in said
    assert "NotFromSlackError" in said
    assert "facts were verified" not in said
    assert (dict(os.environ), tempfile.gettempdir()) == (environment, folder)
