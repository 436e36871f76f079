"""The configuration of every story: Ada and Bo may press."""

from chalice_app.settings import SLACK_API, Settings
from infra.sandbox.slack import acme

SETTINGS = Settings(
    stage="dev",
    email="",
    channel=acme.CHANNEL,
    responders=(acme.ADA, acme.BO),
    responder_group=None,
    slack_api=SLACK_API,
    language="en",
)
