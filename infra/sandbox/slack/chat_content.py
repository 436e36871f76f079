"""What a message says: text, blocks and metadata, within Slack's limits."""

from infra.sandbox.slack import limits
from infra.sandbox.slack.arguments import Arguments
from infra.sandbox.slack.block_checks import read_message_blocks
from infra.sandbox.slack.records import Version
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.shapes import JsonObject

# What notifications and screen readers get when a message has blocks and no text.
NO_TEXT = "This content can't be displayed."
TRUNCATED: JsonObject = {
    "warning": "message_truncated",
    "response_metadata": {"warnings": ["message_truncated"]},
}


def read_post(now: float, given: Arguments) -> tuple[Version, JsonObject]:
    version = _read(now, given)
    cut = len(version.text) > limits.POST_TEXT
    shown = Version(
        text=version.text[: limits.POST_TEXT],
        blocks=version.blocks,
        metadata=_read_metadata(given),
        written_at=now,
    )
    return shown, TRUNCATED if cut else {}


def read_update(now: float, given: Arguments, before: Version) -> Version:
    """Text alone takes the old blocks away; metadata stays unless it is sent."""
    version = _read(now, given)
    if len(version.text) > limits.UPDATE_TEXT:
        raise SlackRefusalError("msg_too_long")
    return Version(
        text=version.text,
        blocks=version.blocks,
        metadata=_read_metadata(given) or before.metadata,
        edited=not version.blocks,
        written_at=now,
    )


def _read(now: float, given: Arguments) -> Version:
    text = given.text("text")
    blocks = read_message_blocks(given.parsed("blocks", "invalid_blocks_format"))
    if not text and not blocks:
        raise SlackRefusalError("no_text")
    return Version(text=text or NO_TEXT, blocks=blocks, written_at=now)


def _read_metadata(given: Arguments) -> JsonObject | None:
    metadata = given.parsed("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        raise SlackRefusalError("invalid_metadata_format")
    payload = metadata.get("event_payload")
    if not isinstance(metadata.get("event_type"), str) or not isinstance(payload, dict):
        raise SlackRefusalError("invalid_metadata_schema")
    return metadata
