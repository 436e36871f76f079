"""What goes back to Slack, and what the terminal says, for each answer of the route."""

import json

import pytest
from slack_sdk.socket_mode.request import SocketModeRequest

from infra.sandbox.slack.loopback import Reply
from infra.sandbox.socket_mode.bridge import acknowledgement, outcome

UPDATE = {"response_action": "update", "view": {"type": "modal"}}


def envelope(*, takes: bool = True) -> SocketModeRequest:
    return SocketModeRequest(
        type="interactive",
        envelope_id="e1",
        payload={"type": "view_submission"},
        accepts_response_payload=takes,
    )


@pytest.mark.parametrize(
    ("takes", "body", "sent"),
    [
        (True, "", {}),
        (True, json.dumps(UPDATE), {"payload": UPDATE}),
        (True, "done", {"payload": {"text": "done"}}),
        (True, "[1]", {"payload": {"text": "[1]"}}),
        (False, json.dumps(UPDATE), {}),
    ],
)
def test_an_acknowledgement_has_what_slack_takes_of_the_answer(
    *,
    takes: bool,
    body: str,
    sent: dict[str, object],
) -> None:
    told = acknowledgement(envelope(takes=takes), body).to_dict()
    assert told == {"envelope_id": "e1", **sent}


@pytest.mark.parametrize(
    ("status", "failure", "seconds", "sentence"),
    [
        (200, "", 0.2, "acknowledged after 0.2 s."),
        (200, "", 3.2, "Slack waits 3 s, so it has warned. Press again."),
        (500, "", 0.2, "answered view_submission with 500. Slack gets no"),
        (None, "TimeoutError", 60, "answered view_submission with TimeoutError."),
    ],
)
def test_the_terminal_says_what_became_of_a_press(
    status: int | None, failure: str, seconds: float, sentence: str
) -> None:
    reply = Reply(status=status, body="", failure=failure, seconds=seconds)
    assert sentence in outcome(envelope(), reply)
