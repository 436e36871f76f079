"""A responder reviews the keys of a storm, and the queue carries the restore on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from chalice_app.errors import ReprieveError
from chalice_app.flows.from_queue import receive_message
from infra.sandbox.slack import acme
from infra.sandbox.slack.inputs import state_values
from tests.fakes.places import NOON
from tests.fakes.presses import Pressed, queued
from tests.fakes.storms import digest_of, draw_all, harm, keys
from tests.fakes.world import World

REASON = "The pipeline ran in the wrong account"
Json = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Sent(Pressed):
    """A press whose payload is given."""

    given: Json = field(default_factory=dict)

    @property
    def payload(self) -> dict[str, Any]:
        return {"user": {"id": self.user, "team_id": self.team}, **self.given}


def storm(world: World, count: int = 12, own: int = 3) -> list[str]:
    """Let a storm come; give the keys that are in its digest."""
    arns = keys(count + own)
    harm(world, arns)
    list(draw_all(world))
    return arns[own:]


def asking(world: World, user: str = acme.ADA, **how: Any) -> Sent:
    """Press "Review and cancel…" on the digest."""
    digest = digest_of(world)
    button = {"action_id": "rp.review", "value": f"{digest.id}:1"}
    given = {
        "type": "block_actions",
        "channel": {"id": acme.CHANNEL},
        "response_url": "https://hooks.slack.com/actions/T/1/review",
        "trigger_id": f"1.2.{user}",
        "actions": [button],
    }
    return Sent(
        button="rp.review", value="", user=user, at=world.now, given=given, **how
    )


def dialog(user: str = acme.ADA) -> str:
    return f"rp.review.1.2.{user}"


def as_sent(
    world: World, without: Iterable[str], typed: Json, again: Iterable[str] = ()
) -> Json:
    """Give Ada's modal as Slack sends it, with some ticks taken and others made."""
    shown = world.dialogs.shown(dialog())
    left_out, made = set(without), set(again)
    values: dict[str, dict[str, Any]] = {
        name: {"text": it} for name, it in typed.items()
    }
    for block in shown["blocks"]:
        element = block.get("element", {})
        if element.get("type") == "checkboxes":
            before = {it["value"] for it in element.get("initial_options", ())}
            now = (before | made) - left_out
            kept = tuple(it["value"] for it in element["options"] if it["value"] in now)
            values[block["block_id"]] = {element["action_id"]: kept}
    state = {"values": state_values(dict(shown), values)}
    drawn = str(len(world.dialogs.drawn[dialog()]))
    return {**shown, "state": state, "hash": drawn}


def turning(world: World, to: int, without: Iterable[str] = ()) -> Sent:
    """Press "Next page" or "Previous page"."""
    button = {"action_id": "rp.review_next", "value": str(to)}
    view = as_sent(world, without, {})
    given = {"type": "block_actions", "view": view, "actions": [button]}
    return Sent(button="rp.review_next", value="", at=world.now, given=given)


def submitting(
    world: World,
    number: int,
    without: Iterable[str] = (),
    remedy: str = "cancel_and_enable",
    again: Iterable[str] = (),
) -> Sent:
    """Submit the modal, without some ticks, and with others made again."""
    typed = {"number": str(number), "reason": REASON, "remedy": remedy}
    view = as_sent(world, without, typed, again)
    given = {"type": "view_submission", "view": view}
    return Sent(button="rp.review", value="", at=world.now, given=given)


def step(world: World, attempt: int = 1) -> ReprieveError | None:
    """Hand over the oldest order to restore when it is due."""
    order = world.looks.restores[0]
    if attempt == 1:
        world.wait(timedelta(seconds=order[2]))
    world.looks.restores.pop(0)
    return redeliver(world, order, attempt)


def redeliver(
    world: World, order: tuple[str, int, int], attempt: int
) -> ReprieveError | None:
    message = {"restore": order[0], "step": order[1]}
    record = queued(message, f"order-{order[0]}-{order[1]}", NOON, NOON, attempt)
    try:
        receive_message(record, world.tools)
    except ReprieveError as error:
        return error
    return None


def run(world: World) -> int:
    """Carry a restore on to its end; give how many steps it took."""
    steps = 0
    while world.looks.restores:
        assert step(world) is None
        steps += 1
    return steps
