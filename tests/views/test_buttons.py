"""What is drawn is handled, in words that fit, with nothing in it but an id."""

import json
import re
from itertools import combinations
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient

from chalice_app.adapters.bolt import bolt
from chalice_app.domain.key import KeyState
from chalice_app.domain.press import DRILL, REVIEW
from chalice_app.domain.quiet import Saying
from chalice_app.domain.remedy import OFFERED, Remedy
from chalice_app.views.buttons import BUTTONS, BY_ID, MODAL_ID, Leads, has_room
from chalice_app.views.buttons import drawn as draw
from chalice_app.views.review_form import REVIEW_ID, TURNS
from infra.sandbox.slack import limits
from tests.views.drawings import PHASES, WORDS, buttons, drawn

ACTS = [*Remedy, *Saying, DRILL, REVIEW]
MODALS = [MODAL_ID, REVIEW_ID]
SHOWN_LABEL = 30  # Slack cuts what is shown of a label near here


class Queue:
    def put(self, body: str, timestamp: str, signature: str) -> None:
        raise AssertionError((body, timestamp, signature))


@pytest.fixture(scope="module")
def app() -> App:
    queue: Any = Queue()
    client = WebClient(base_url="http://127.0.0.1:9/api/", token="xoxb-made-up")
    return bolt(client, "made-up-signing-secret", queue, WORDS)


def handlers(app: App, payload: dict[str, Any]) -> int:
    body = urlencode({"payload": json.dumps(payload)})
    request = BoltRequest(
        body=body, headers={"content-type": ["application/x-www-form-urlencoded"]}
    )
    answer = BoltResponse(status=200)
    found = [it.matches(req=request, resp=answer) for it in app._listeners]
    return found.count(True)


def pressable(element: dict[str, Any]) -> list[tuple[str | None, str]]:
    """Give what can be pressed of a button or a menu: the act, and what it carries."""
    if "options" in element:
        parted = [it["value"].rpartition(":") for it in element["options"]]
        return [(act, value) for value, _, act in parted]
    act = BY_ID[element["action_id"]].act
    return [(act, element["value"])] if "value" in element else []


def pressed(action_id: str) -> dict[str, Any]:
    action = {"type": "button", "action_id": action_id, "value": "a:1"}
    return {"type": "block_actions", "actions": [action], "user": {"id": "U1"}}


@pytest.mark.parametrize("action_id", [*BY_ID, *TURNS.values()])
def test_every_button_has_one_handler(app: App, action_id: str) -> None:
    assert handlers(app, pressed(action_id)) == 1


def test_nothing_else_is_handled_but_the_modals(app: App) -> None:
    assert len(app._listeners) == len(BUTTONS) + len(TURNS) + len(MODALS)
    assert handlers(app, pressed("rp.other")) == 0
    for name in MODALS:
        view = {"type": "modal", "callback_id": name}
        submitted = {"type": "view_submission", "view": view, "user": {"id": "U1"}}
        assert handlers(app, submitted) == 1


def test_every_act_has_one_button_and_links_have_none() -> None:
    assert sorted(act for it in BUTTONS for act in it.acts) == sorted(ACTS)
    assert all((not it.acts) is (it.leads is Leads.LINK) for it in BUTTONS)
    assert len(BY_ID) == len(BUTTONS)


def test_only_what_asks_for_a_reason_or_enables_asks_back() -> None:
    asks = {it.act for it in BUTTONS if it.confirm or it.leads is Leads.MODAL}
    assert asks == set(Remedy)


@pytest.mark.parametrize("remedies", OFFERED.values())
def test_at_most_one_button_of_a_message_is_primary(
    remedies: tuple[Remedy, ...],
) -> None:
    shown: list[Any] = draw([*remedies, Saying.LOOKING], "a:1", "https://x", WORDS)
    assert [it.get("style") for it in shown].count("primary") == 1


@pytest.mark.parametrize("size", range(len(ACTS) + 1))
def test_exactly_the_offered_acts_are_drawn(size: int) -> None:
    for acts in combinations(ACTS, size):
        shown: list[Any] = draw(acts, "a:1", None, WORDS)
        assert sorted(act for it in shown for act, _ in pressable(it)) == sorted(acts)
        assert {value for it in shown for _, value in pressable(it)} <= {"a:1"}


def test_a_link_is_drawn_where_the_row_has_room_for_it() -> None:
    many = [*OFFERED[KeyState.PENDING_DELETION], *Saying]
    for acts in (many[:4], many):
        shown: list[Any] = draw(acts, "a:1", "https://x", WORDS)
        assert any("url" in it for it in shown) is has_room(acts)
        assert len(shown) <= 6


def test_labels_and_dialogs_fit() -> None:
    for button in BUTTONS:
        assert len(WORDS.say(f"button.{button.words}")) <= SHOWN_LABEL
    asking = [it for it in draw(ACTS, "a:1", None, WORDS) if "confirm" in it]
    assert len(asking) == 2
    for it in asking:
        confirm: Any = it["confirm"]
        assert len(confirm["title"]["text"]) <= limits.CONFIRM_TITLE
        assert len(confirm["text"]["text"]) <= limits.CONFIRM_TEXT
        assert len(confirm["confirm"]["text"]) <= limits.CONFIRM_CONFIRM
        assert len(confirm["deny"]["text"]) <= limits.CONFIRM_DENY


def test_a_button_carries_the_case_and_the_version_and_nothing_else() -> None:
    for found in PHASES.values():
        shown = drawn(found)
        rows = [it for it in shown["blocks"] if it["type"] == "actions"]
        for row in rows:
            assert row["block_id"] == f"act.{found.id}.{found.version}"
        for it in buttons(shown):
            value = f"{found.id}:{found.version}"
            assert {it for _, it in pressable(it)} == (
                set() if "url" in it else {value}
            )
            assert re.fullmatch(r"[0-9a-f]{10}:\d+", value)
