"""The queue is a door, too: what Slack did not sign, or is no press, is refused."""

import json
import traceback
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.adapters.signatures import SlackSignatures
from chalice_app.domain.remedy import Remedy
from chalice_app.errors import NotFromSlackError
from chalice_app.flows.read_press import read_press
from infra.sandbox.slack import acme
from infra.sandbox.slack.signature import sign
from tests.fakes.places import NOON
from tests.fakes.presses import SECRET, Pressed, queued
from tests.planted import REASON, leaks

SIGNATURES = SlackSignatures(lambda _at: [SECRET])
CLICK = Pressed(button="rp.enable", value="0123456789:3")
AT = str(int(NOON.timestamp()))
SECOND = timedelta(seconds=1)


def signed(payload: object) -> dict[str, Any]:
    body = (
        payload
        if isinstance(payload, str)
        else urlencode({"payload": json.dumps(payload)})
    )
    seal = sign(SECRET, AT, body.encode())
    sealed = {"body": body, "timestamp": AT, "signature": seal}
    return queued(sealed, "m1", NOON, NOON, 1)


def refuses(record: dict[str, Any]) -> None:
    with pytest.raises(NotFromSlackError):
        read_press(record, SIGNATURES)


def test_a_click_is_read() -> None:
    press = read_press(CLICK.record(attempt=3), SIGNATURES)

    assert (press.user, press.team) == (acme.ADA, acme.HOME)
    assert (press.case_id, press.version) == ("0123456789", 3)
    assert press.remedy is Remedy.ENABLE_KEY
    assert (press.channel, press.response_url) == (acme.CHANNEL, CLICK.url)
    assert (press.pressed_at, press.received_at) == (CLICK.at, CLICK.at + SECOND)
    assert (press.id, press.attempt) == (CLICK.id, 3)


def test_a_modal_is_read_with_its_reason() -> None:
    press = read_press(replace(CLICK, button="rp.cancel").record(), SIGNATURES)

    assert press.remedy is Remedy.CANCEL_DELETION
    assert press.reason == "It still holds payroll"
    assert (press.channel, press.response_url) == (None, None)


@pytest.mark.parametrize("part", ["body", "timestamp", "signature"])
def test_a_changed_part_is_refused(part: str) -> None:
    record = CLICK.record()
    sealed = json.loads(record["body"])
    changed = {
        **sealed,
        part: sealed[part][:-1] + ("0" if sealed[part][-1] != "0" else "1"),
    }

    refuses({**record, "body": json.dumps(changed)})


@pytest.mark.parametrize(("waited", "fits"), [(300, True), (301, False)])
def test_the_signature_must_fit_the_time_it_was_queued(
    waited: int, *, fits: bool
) -> None:
    sealed = json.loads(CLICK.record()["body"])
    sent = CLICK.at + timedelta(seconds=waited)
    record = queued(sealed, "m1", sent, sent + timedelta(days=1), 1)

    if fits:
        assert read_press(record, SIGNATURES).attempt == 1
    else:
        refuses(record)


@pytest.mark.parametrize(
    ("button", "value"),
    [
        ("rp.console", "0123456789:1"),
        ("rp.destroy", "0123456789:1"),
        ("rp.enable", "0123456789"),
        ("rp.enable", "a:b:c"),
        ("rp.enable", "0123456789:x"),
    ],
)
def test_what_no_button_of_ours_sends_is_refused(button: str, value: str) -> None:
    refuses(signed(Pressed(button=button, value=value).payload))


def test_a_button_that_asks_for_a_reason_cannot_skip_it() -> None:
    payload = CLICK.payload
    payload["actions"][0]["action_id"] = "rp.cancel"

    refuses(signed(payload))


def test_a_modal_of_somebody_else_is_refused() -> None:
    payload = replace(CLICK, button="rp.cancel").payload
    payload["view"]["callback_id"] = "other"

    refuses(signed(payload))


@pytest.mark.parametrize(
    "body", ["", "payload=", "payload=[]", "payload=1", "a=1", "{}", "payload=%7B%7D"]
)
def test_a_signed_body_that_is_no_press_is_refused(body: str) -> None:
    refuses(signed(body))


@given(st.recursive(st.none() | st.booleans() | st.text(max_size=5), st.lists))
def test_nothing_unsigned_is_ever_read(body: object) -> None:
    refuses({**CLICK.record(), "body": json.dumps(body)})


@pytest.mark.parametrize(
    "payload",
    [
        f"{REASON}&payload=1",
        {
            **CLICK.payload,
            "actions": [{"action_id": "rp.enable", "value": f"1:{REASON}"}],
        },
        {**CLICK.payload, "actions": [{"action_id": REASON, "value": "1:1"}]},
    ],
)
def test_what_lambda_logs_of_a_refused_press_quotes_nothing_of_it(
    payload: object,
) -> None:
    with pytest.raises(NotFromSlackError) as refused:
        read_press(signed(payload), SIGNATURES)

    assert leaks(traceback.format_exception(refused.value)) == []
