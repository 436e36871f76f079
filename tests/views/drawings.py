"""One case for each phase, and ways to look at what was drawn of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from slack_sdk.models.blocks import Block

from chalice_app.domain.case import Case, Saved, joined, saved
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.opening import opened
from chalice_app.domain.phase import Phase
from chalice_app.domain.remedy import Remedy
from chalice_app.views.slack_message import message
from chalice_app.views.words import words_in
from infra.sandbox.slack.block_checks import read_message_blocks
from infra.sandbox.slack.limits import UPDATE_TEXT
from infra.sandbox.slack.mrkdwn import parse_mrkdwn
from infra.sandbox.slack.tokens import Kind, Token
from tests.shapes import SETTLED, case, event, moment, reading, refused, unreadable_case

WORDS = words_in("en")
NAMES = ("alias/prod/payments", "alias/prod/old")
ACT = Saved(
    press_id="press-1",
    remedy=Remedy.CANCEL_DELETION,
    user="U0ADALOVE1",
    at=moment(60),
    reason="Wrong account.",
)


def seen(state: KeyState, seconds: float = SETTLED, **more: Any) -> KeyReading:
    return reading(state, seconds, aliases=NAMES, **more)


_DYING = seen(KeyState.PENDING_DELETION, 1, deletion_date=moment(604_800))
PHASES: Mapping[Phase, Case] = {
    Phase.SCHEDULED: case(reading=_DYING),
    Phase.WAITING_FOR_REPLICAS: replace(
        opened(event(key_state="PendingReplicaDeletion"), ours=True),
        reading=seen(KeyState.PENDING_REPLICA_DELETION),
    ),
    Phase.DISABLED: case("DisableKey", reading=seen(KeyState.DISABLED)),
    Phase.REFUSED: replace(
        opened(refused("DisableKey"), ours=True), reading=seen(KeyState.ENABLED)
    ),
    Phase.CANCELLED: saved(case(reading=_DYING), ACT, seen(KeyState.DISABLED, 60)),
    Phase.RESOLVED: replace(
        joined(case(), event("EnableKey", 9)), reading=seen(KeyState.ENABLED)
    ),
    Phase.DELETED: case("DeleteKey", reading=seen(KeyState.GONE)),
    Phase.MATERIAL_GONE: case(
        "DeleteImportedKeyMaterial", reading=seen(KeyState.PENDING_IMPORT)
    ),
    Phase.KEY_STORE_DISCONNECTED: case("DisconnectCustomKeyStore"),
    Phase.KEY_STORE_DELETED: case("DeleteCustomKeyStore"),
    Phase.UNREADABLE: unreadable_case(excerpt="[1]"),
}


def drawn(found: Case, *, anybody: bool = True, earlier: str | None = None) -> Any:
    return message(found, WORDS, anybody=anybody, earlier=earlier)


def check(shown: Any) -> None:
    """Judge a message as the local Slack and Slack's own SDK do."""
    read_message_blocks(shown["blocks"])
    for block in shown["blocks"]:
        parsed = Block.parse(block)
        assert parsed
        assert parsed.to_dict() == block
    assert 0 < len(shown["text"]) <= UPDATE_TEXT


def objects(part: object) -> Iterator[dict[str, Any]]:
    """Give every text object, in order."""
    if isinstance(part, dict):
        if part.get("type") in {"plain_text", "mrkdwn"}:
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def buttons(shown: Any) -> list[dict[str, Any]]:
    rows = [it["elements"] for it in shown["blocks"] if it["type"] == "actions"]
    return [button for row in rows for button in row]


def label(element: dict[str, Any]) -> str:
    """Give what stands on a button, or on a menu before anybody has chosen."""
    return str((element.get("text") or element["placeholder"])["text"])


def said(shown: Any) -> str:
    """Give all that a message says, as it was sent."""
    return "\n".join(it["text"] for it in objects(shown["blocks"]))


def skeleton(text: str) -> list[Any]:
    """Give what is markup and what is ours: all but the inside of code spans."""
    return [_bones(token) for token in parse_mrkdwn(text, verbatim=False)]


def _bones(token: Token) -> Any:
    if token.kind is Kind.CODE:
        assert {it.kind for it in token.inside} <= {Kind.TEXT}
        return token.kind
    inside = [_bones(it) for it in token.inside]
    return token.kind, "" if inside else token.text, token.target, inside
