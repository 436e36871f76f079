"""Joins the slack door: the two secrets and the queue, nothing more of AWS."""

from functools import cache

from slack_bolt import App
from slack_sdk.signature import Clock

from chalice_app.adapters.bolt import bolt
from chalice_app.adapters.door_signatures import DoorSignatures
from chalice_app.settings import load_settings
from chalice_app.views.words import words_in
from chalice_app.wiring.light import presses, secrets, slack_client


@cache
def slack_app(own_arn: str, secret: str) -> App:
    queue = presses(own_arn.split(":")[4])
    words = words_in(load_settings().language)
    return bolt(slack_client(timeout=2), secret, queue, words)


@cache
def slack_signatures() -> DoorSignatures:
    """Join the door's own check, which comes before Bolt's."""
    return DoorSignatures(secrets(), Clock().now)
