"""Blocks of a message or modal, refused as Slack refuses them or made ready to keep."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from infra.sandbox.slack import limits
from infra.sandbox.slack.fill_in import filled_block
from infra.sandbox.slack.grammar import MESSAGE
from infra.sandbox.slack.refusal import SlackRefusalError, refused_for
from infra.sandbox.slack.rules import problem
from infra.sandbox.slack.shapes import JsonObject


def read_message_blocks(given: object) -> tuple[JsonObject, ...]:
    blocks = _as_objects(given)
    if not blocks:
        return ()
    found = list(chain(MESSAGE.problems(blocks, "/blocks"), clashes(blocks, "/blocks")))
    if found:
        raise refused_for("invalid_blocks", found)
    if text_length(blocks) > limits.BLOCK_TEXT_PER_MESSAGE:
        raise SlackRefusalError("msg_blocks_too_long")
    return tuple(filled_block(block) for block in blocks)


def _as_objects(given: object) -> list[JsonObject]:
    if given is None:
        return []
    if isinstance(given, list) and all(isinstance(block, dict) for block in given):
        return given
    raise SlackRefusalError("invalid_blocks_format")


def text_length(value: object) -> int:
    """Add up every text object, labels of buttons and dialogs too."""
    if isinstance(value, list):
        return sum(text_length(item) for item in value)
    if not isinstance(value, dict):
        return 0
    own = value.get("text")
    inner = sum(text_length(item) for item in value.values())
    return inner + (len(own) if isinstance(own, str) else 0)


def clashes(blocks: Sequence[JsonObject], at: str) -> Iterator[str]:
    """Find what no single field shows: ids used twice, sections that say nothing."""
    yield from _twice("block_id", blocks, at)
    for place, block in enumerate(blocks):
        here = f"{at}/{place}"
        elements = block.get("elements")
        if isinstance(elements, list):
            yield from _twice("action_id", elements, f"{here}/elements")
        if block.get("type") == "section" and not {"text", "fields"} & block.keys():
            yield problem("missing required field: text or fields", here)


def _twice(name: str, items: Sequence[object], at: str) -> Iterator[str]:
    ids = [item[name] for item in items if isinstance(item, dict) and name in item]
    counted = Counter(str(one) for one in ids)
    for value in (value for value, times in counted.items() if times > 1):
        yield problem(f"`{name}` already exists: {value}", at)
