"""A review of many keys through the slack door: a modal at once, then the queue."""

import json
from typing import Any

import pytest

from chalice_app.adapters.slack_dialogs import SlackDialogs
from chalice_app.domain.digest import Member
from chalice_app.domain.phase_table import Phase
from chalice_app.domain.review import LEFT_OUT_MOST, PER_PAGE, Review
from chalice_app.views.review_modal import Sheet, review_modal
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.bolt_door import WORDS, Door
from tests.fakes.places import NOON
from tests.fakes.slack_clients import client_of

IDS = tuple(f"{number:010x}" for number in range(PER_PAGE + 5))
REVIEW = Review(id="press-1", digest="0123456789", cases=IDS)


def members() -> list[Member]:
    return [
        Member(
            case_id=it,
            version=1,
            key=f"key/{it}",
            name=f"alias/{it}",
            account="111122223333",
            region="eu-west-1",
            phase=Phase.SCHEDULED,
            due=NOON,
            actor="ada",
            at=NOON,
            can_be_saved=True,
        )
        for it in IDS
    ]


def filled(slack: LocalSlack, ts: str, left_out: frozenset[str] = frozenset()) -> str:
    """Press the button, and draw the list as `actions` does; give the view's id."""
    assert slack.press(ts, "rp.review").accepted
    (opened,) = slack.views(acme.ADA)
    name = str(opened.view["external_id"])
    sheet = Sheet(review=REVIEW, members=members(), left_out=left_out, page=1)
    dialogs = SlackDialogs(client_of(slack.api_url))
    assert dialogs.fill(name, review_modal(sheet, name, WORDS))
    return opened.id


def typed(number: object, **more: Any) -> dict[str, Any]:
    reason = {"text": "The pipeline ran in the wrong account"}
    return {"number": {"text": str(number)}, "reason": reason, **more}


def bodies(door: Door) -> list[str]:
    return [json.loads(it)["body"] for it in door.queued()]


def test_the_modal_opens_at_once_and_the_press_is_queued(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    pressed = slack.press(ts, "rp.review")

    assert pressed.accepted
    (opened,) = slack.views(acme.ADA)
    assert "Reading the keys" in str(opened.view["blocks"])
    assert bodies(door) == [pressed.raw_body.decode()]


def test_a_modal_that_did_not_open_is_not_queued(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    assert slack.press(ts, "rp.review", changes={"trigger_id": "1.2.gone"}).accepted

    assert "refused to open the dialog" in slack.ephemerals(acme.ADA)[0].text
    assert bodies(door) == []


def test_a_turned_page_is_queued(slack: LocalSlack, door: Door, ts: str) -> None:
    view = filled(slack, ts)
    bodies(door)

    turned = slack.press_in_view(view, "rp.review_next")

    assert turned.accepted
    assert bodies(door) == [turned.raw_body.decode()]


def test_the_right_number_is_queued_and_closes_the_modal(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    view = filled(slack, ts, left_out=frozenset({IDS[-1]}))
    bodies(door)
    block = "keys.1.0"
    ticked = {block: {"keys": IDS[1:10]}}

    sent = slack.submit(view, typed(len(IDS) - 2, **ticked))

    assert slack.views(acme.ADA) == ()
    assert bodies(door) == [sent.raw_body.decode()]


def test_another_number_is_marked_at_once_and_not_queued(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    view = filled(slack, ts)
    bodies(door)

    slack.submit(view, typed(len(IDS) - 1))

    (opened,) = slack.views(acme.ADA)
    said = f"{len(IDS)} keys are chosen. Type {len(IDS)} to restore them"
    assert said in opened.errors["number"]
    assert bodies(door) == []


def test_who_left_out_too_many_is_told_at_once(
    slack: LocalSlack, door: Door, ts: str
) -> None:
    many = frozenset(f"{number:010x}" for number in range(100, 101 + LEFT_OUT_MOST))
    view = filled(slack, ts, left_out=many)
    bodies(door)

    slack.submit(view, typed(1))

    (opened,) = slack.views(acme.ADA)
    assert "More than 200 keys are left out" in opened.errors["number"]
    assert bodies(door) == []


@pytest.mark.usefixtures("door")
def test_a_modal_that_is_closed_cannot_be_filled(slack: LocalSlack, ts: str) -> None:
    view = filled(slack, ts)
    shown = slack.views(acme.ADA)[0].view
    slack.close(view)
    dialogs = SlackDialogs(client_of(slack.api_url))

    again = {**shown, "blocks": [shown["blocks"][0]]}
    assert not dialogs.fill(str(shown["external_id"]), again)
