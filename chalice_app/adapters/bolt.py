"""Slack's requests through Bolt: its signature check, a modal, or the queue."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

from chalice_app.adapters.bolt_modals import asking, choosing, hand_on, listing
from chalice_app.adapters.queue import PressQueue
from chalice_app.views.buttons import BUTTONS, MODAL_ID, Leads
from chalice_app.views.review_form import REVIEW_ID, TURNS
from chalice_app.views.words import Words


def bolt(
    client: WebClient,
    signing_secret: str,
    queue: PressQueue,
    words: Words,
) -> App:
    """Make the Bolt app; `authorize` spares it the call of auth.test before the ack.

    There is no lazy listener: Bolt swallows their errors, and a press could be lost.
    """
    authorized = AuthorizeResult(
        enterprise_id=None, team_id=None, bot_token=client.token
    )
    app = App(
        name="reprieve",  # else Bolt reads the sources of all that call it
        client=client,
        signing_secret=signing_secret,
        authorize=lambda: authorized,
        process_before_response=True,
        ssl_check_enabled=False,
    )
    listeners: dict[Leads, Callable[..., None]] = {
        Leads.QUEUE: _handing_on_to(queue),
        Leads.MODAL: asking(client, words),
        Leads.LIST: listing(client, queue, words),
        Leads.LINK: _followed,
    }
    for button in BUTTONS:
        app.action(button.id)(listeners[button.leads])
    for turn in TURNS.values():
        app.action(turn)(listeners[Leads.QUEUE])
    app.view(MODAL_ID)(listeners[Leads.QUEUE])
    app.view(REVIEW_ID)(choosing(queue, words))
    return app


def _handing_on_to(queue: PressQueue) -> Callable[..., None]:
    def handed(ack: Ack, request: BoltRequest, payload: dict[str, Any]) -> None:
        # Who takes the choice of a menu back sends null instead of an option.
        if payload.get("selected_option", "none here") is not None:
            hand_on(queue, request)
        ack()

    return handed


def _followed(ack: Ack) -> None:
    """Slack wants an acknowledgement for a link, too."""
    ack()
