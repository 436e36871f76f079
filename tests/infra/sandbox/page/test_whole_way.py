"""From the console to a saved key, over HTTP alone, as the page's script goes it."""

from collections.abc import Iterator

import pytest

from infra.sandbox.page.serving import page
from infra.sandbox.slack import acme
from infra.sandbox.world import EMAIL
from tests.infra.sandbox.page.reading import (
    State,
    alert,
    answered,
    answers,
    buttons,
    drawn,
    key,
    title,
    until,
    words,
)
from tests.infra.sandbox.page.visitor import Visitor
from tests.unmeasured_world import world

TRIES = 3
# Whether a press is acknowledged within Slack's three seconds is not asserted here: a
# cold start on a busy machine may take longer, and the press is answered all the same.


@pytest.fixture(scope="module")
def at_page() -> Iterator[Visitor]:
    with world() as deployed:
        deployed.deploy()
        with page(deployed) as url:
            yield Visitor(url)


def scheduled(visitor: Visitor, person: str, name: str) -> str:
    """Have a key's deletion scheduled, wait for its alert, and give the alert's ts."""
    wish = {"action": "schedule", "as": person, "days": 7}
    assert visitor.post("/kms", key=key(visitor.state(), name)["id"], **wish)["ok"]
    state = until(visitor, lambda it: "rp.cancel" in buttons(alert(it, name)))
    return str(alert(state, name)["ts"])


def dialog(visitor: Visitor, ts: str, user: str) -> State:
    """Press until it opens: Slack waits three seconds, a cold start may not."""
    for _try in range(TRIES):
        visitor.post("/slack/press", ts=ts, action_id="rp.cancel", **{"as": user})
        opened = [it for it in visitor.state()["views"] if it["user"] == user]
        if opened:
            return dict(opened[0])
    raise AssertionError("No dialog has opened.")


def enabled(visitor: Visitor, ts: str) -> None:
    """Press until Bo is answered that it is done, not that a press is under way."""
    for count in range(1, TRIES + 1):
        press = {"ts": ts, "action_id": "rp.enable", "as": acme.BO}
        visitor.post("/slack/press", **press)
        state = until(visitor, lambda it, n=count: len(answers(it, acme.BO)) == n)
        if "Done" in answers(state, acme.BO)[-1]:
            return
    raise AssertionError(words(state))


def test_a_dying_key_is_saved(at_page: Visitor) -> None:
    name, ada = "alias/prod/orders", {"as": acme.ADA}
    ts = scheduled(at_page, "pipeline", name)
    view = dialog(at_page, ts, acme.ADA)["id"]

    told = at_page.post("/slack/submit", view=view, values={"reason": "no"}, **ada)
    assert not told["ok"]
    assert "at least 5 characters" in at_page.state()["views"][0]["html"]
    at_page.post("/slack/submit", view=view, values={"reason": "In use"}, **ada)

    state = until(at_page, lambda it: "rp.enable" in buttons(alert(it, name)))
    assert key(state, name)["state"] == "Disabled"
    enabled(at_page, ts)
    state = until(at_page, lambda it: "Re-enabled by" in alert(it, name)["html"])
    assert key(state, name)["state"] == "Enabled"
    assert "Done" in answers(state, acme.ADA)[-1]
    assert "In use" in alert(state, name)["html"]
    assert {it["to"] for it in state["mails"]} == {EMAIL}
    assert not any(it["problems"] for it in drawn(state))
    gone = {"ts": ts, "action_id": "rp.enable", **ada}
    assert not at_page.post("/slack/press", **gone)["ok"]


def test_who_may_not_press_is_answered_alone_and_the_key_goes_on_dying(
    at_page: Visitor,
) -> None:
    name = "alias/legacy/invoices"
    ts = scheduled(at_page, "frank", name)
    for user in (acme.EVE, acme.STRANGER):
        press = {"ts": ts, "action_id": "rp.cancel_enable", "as": user}
        at_page.post("/slack/press", **press)

    state = until(at_page, lambda it: {acme.EVE, acme.STRANGER} <= answered(it))
    assert key(state, name)["state"] == "PendingDeletion"
    assert key(state, name)["actions"] == ["cancel"]


def test_days_pass_and_what_nobody_saved_is_told_to_be_gone(at_page: Visitor) -> None:
    name = "alias/shop/forgotten"
    made = {"action": "create", "as": "administrator", "alias": name}
    assert at_page.post("/kms", **made)["ok"]
    scheduled(at_page, "administrator", name)

    assert at_page.post("/clock", hours=8 * 24)["ok"]

    state = until(at_page, lambda it: "deleted" in title(alert(it, name)))
    assert name not in [it["alias"] for it in state["keys"]]
    assert "rp.cancel" not in buttons(alert(state, name))


def test_a_refused_attempt_is_told_to_the_channel(at_page: Visitor) -> None:
    name = "alias/prod/customer-backups"
    wish = {"action": "disable", "as": "grace", "key": key(at_page.state(), name)["id"]}
    assert at_page.post("/kms", **wish)["said"].startswith("AccessDeniedException: ")

    state = until(at_page, lambda it: "grace" in alert(it, name)["html"])
    assert key(state, name)["state"] == "Enabled"
