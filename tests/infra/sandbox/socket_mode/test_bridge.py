"""A press that arrives over the socket reaches the route, and its answer Slack."""

import json

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from infra.sandbox.slack.serving import served
from infra.sandbox.socket_mode.bridge import Bridge
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.socket_mode.conftest import Linked

Routed = tuple[AppDouble, str]
PRESS = {"type": "block_actions", "actions": [{"action_id": "rp.enable"}], "ü": "&=%"}
SUBMISSION = {"type": "view_submission", "view": {"id": "V1"}}
ERRORS = {"response_action": "errors", "errors": {"reason": "Say more."}}


def test_a_press_reaches_the_route_signed_and_is_acknowledged(
    link: Linked, route: Routed
) -> None:
    double, url = route
    link.bridge.lead_to(url)

    link.send(PRESS, "e1")

    assert link.hears() == {"envelope_id": "e1"}
    assert double.payloads == [PRESS]
    assert link.says().startswith("Slack sent block_actions; acknowledged after 0.")


def test_what_the_route_answers_to_a_modal_travels_back(
    link: Linked, route: Routed
) -> None:
    double, url = route
    double.answer = lambda _payload: json.dumps(ERRORS)
    link.bridge.lead_to(url)

    link.send(SUBMISSION, "e2")

    assert link.hears() == {"envelope_id": "e2", "payload": ERRORS}
    assert link.says().startswith("Slack sent view_submission; acknowledged")


def test_each_answer_goes_to_its_own_envelope(link: Linked, route: Routed) -> None:
    double, url = route
    double.answer = lambda payload: json.dumps({"n": payload["n"]})
    link.bridge.lead_to(url)

    for n in range(8):
        link.send({"type": "block_actions", "n": n}, f"e{n}")

    heard = [link.hears() for _ in range(8)]
    assert {it["envelope_id"]: it["payload"]["n"] for it in heard} == {
        f"e{n}": n for n in range(8)
    }
    assert all("acknowledged" in link.says() for _ in range(8))


def test_a_route_that_fails_is_told_and_nothing_is_acknowledged(
    link: Linked, route: Routed
) -> None:
    double, url = route
    link.bridge.lead_to(f"{url}/elsewhere")
    link.send(PRESS, "lost")
    assert link.says() == (
        "The route answered block_actions with 404. Slack gets no acknowledgement, "
        "and warns the person who pressed."
    )

    link.bridge.secret = "not the route's"
    link.bridge.lead_to(url)
    link.send(PRESS, "forged")
    assert "with 401" in link.says()

    link.bridge.lead_to("http://127.0.0.1:9/")
    link.send(PRESS, "nobody")
    assert "with ConnectionRefusedError" in link.says()
    assert double.payloads == []


def test_the_route_is_woken_by_a_signed_request_that_asks_for_nothing() -> None:
    asked: list[tuple[bytes, bool]] = []
    verifier = SignatureVerifier("secret")

    async def woken(request: Request) -> Response:
        body = await request.body()
        asked.append((body, verifier.is_valid_request(body, dict(request.headers))))
        return Response("", 404)

    bridge = Bridge("secret", print)
    with served(Starlette(routes=[Route("/", woken, methods=["POST"])])) as url:
        bridge.warm_up()
        bridge.lead_to(url)
        bridge.warm_up()

    assert asked == [(b"", True)]


def test_a_press_before_the_deploy_is_told_and_not_acknowledged(link: Linked) -> None:
    link.send(PRESS, "early")
    assert link.says().startswith("A press came before Reprieve was deployed.")


def test_what_the_app_never_asked_for_is_left(link: Linked, route: Routed) -> None:
    link.bridge.lead_to(route[1])
    link.send({"command": "/reprieve"}, "e3", "slash_commands")
    assert link.says() == "Reprieve does not take what Slack sent: slash_commands."
    assert route[0].payloads == []


def test_the_bridge_leads_to_this_machine_only(link: Linked) -> None:
    with pytest.raises(ValueError, match="only to this machine"):
        link.bridge.lead_to("https://example.com/slack/events")
