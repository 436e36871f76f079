"""The few Block Kit objects that messages and modals are made of."""

from collections.abc import Mapping

from chalice_app.views.slack_text import Mrkdwn

Json = Mapping[str, object]


def text(shown: str) -> Json:
    """Make a plain_text object: no markup, no emoji codes."""
    return {"type": "plain_text", "text": shown, "emoji": False}


def mrkdwn(said: Mrkdwn) -> Json:
    """Make a text object in which Slack links nothing by itself."""
    return {"type": "mrkdwn", "text": said, "verbatim": True}


def section(said: Mrkdwn) -> Json:
    """Make a section of text."""
    return {"type": "section", "text": mrkdwn(said)}


def plain_section(shown: str) -> Json:
    """Make a section of text without markup; Slack refuses an empty one."""
    return {"type": "section", "text": text(shown or "-")}


def context(*lines: Mrkdwn) -> Json:
    """Make a line of small text."""
    return {"type": "context", "elements": [mrkdwn(line) for line in lines]}
