"""The connection comes back by itself, and a refusal is told in one sentence."""

import logging
from queue import SimpleQueue

import pytest
from slack_sdk.socket_mode.client import BaseSocketModeClient

from infra.sandbox.slack.serving import served
from infra.sandbox.socket_mode.bridge import Bridge
from infra.sandbox.socket_mode.link import Health, linked
from infra.sandbox.socket_mode.refusals import CannotJoinError
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.socket_mode.conftest import Linked
from tests.infra.sandbox.socket_mode.slack_side import APP_TOKEN, PATIENCE, SlackSide

PRESS = {"type": "block_actions"}


def test_presses_come_over_a_new_socket_when_slack_ends_the_old_one(
    link: Linked, route: tuple[AppDouble, str]
) -> None:
    link.bridge.lead_to(route[1])

    link.side.send(link.socket, {"type": "disconnect", "reason": "refresh_requested"})
    assert link.says() == "Connected to Slack over its socket."
    link.socket = link.side.opened.get(timeout=PATIENCE)
    link.side.close(link.socket)
    assert link.says() == "Connected to Slack over its socket."
    link.socket = link.side.opened.get(timeout=PATIENCE)

    link.send(PRESS, "after")
    assert link.hears() == {"envelope_id": "after"}
    assert "acknowledged" in link.says()
    assert link.side.addresses == 3


def test_another_program_with_the_same_app_is_told(link: Linked) -> None:
    link.side.send(link.socket, {"type": "hello", "num_connections": 2})
    assert link.says() == "Connected to Slack over its socket."
    assert link.says().startswith("Slack counts 2 connections of this app.")


def test_a_problem_that_lasts_is_told_once_until_the_connection_is_back() -> None:
    told: list[str] = []
    health = Health(told.append)
    ways = [
        logging.LogRecord("", logging.ERROR, "", 0, said, None, None)
        for said in ("No route.", "No session.")
    ]

    for record in ways * 3:
        health.emit(record)
    health.listen(BaseSocketModeClient(), {"type": "hello"}, None)
    health.emit(ways[0])

    problem = "Slack's client has a problem."
    assert told == [
        f"{problem} No route.",
        f"{problem} No session.",
        "Connected to Slack over its socket.",
        f"{problem} No route.",
    ]


def test_a_refused_token_is_told_with_the_next_step() -> None:
    told = SimpleQueue[str]()
    with (
        served(SlackSide().server()) as url,
        pytest.raises(CannotJoinError) as caught,
        linked(f"{url}api/", "xapp-wrong", Bridge("secret", told.put), told.put),
    ):
        pass
    assert str(caught.value) == (
        "Slack refuses apps.connections.open: invalid_auth. "
        "Copy the token anew from the Slack app's pages."
    )


def test_an_address_that_leads_nowhere_is_told_in_one_sentence() -> None:
    told = SimpleQueue[str]()
    side = SlackSide(address="ws://127.0.0.1:9/link?ticket=secret")
    with (
        served(side.server()) as url,
        pytest.raises(CannotJoinError, match="Slack's socket cannot be reached"),
        linked(f"{url}api/", APP_TOKEN, Bridge("secret", told.put), told.put),
    ):
        pass
    problem = told.get(timeout=PATIENCE)
    assert problem.startswith("Slack's client has a problem. ")
    assert "Connection refused" in problem
    assert "secret" not in problem
