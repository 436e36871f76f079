"""Slack's requests through Bolt: its signature check, a modal, or the queue."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from chalice_app.adapters.queue import PressQueue
from chalice_app.views.buttons import BUTTONS, MODAL_ID, Leads
from chalice_app.views.slack_modal import reason_modal
from chalice_app.views.slack_text import code
from chalice_app.views.words import Words

# A trigger lives three seconds, and a cold start may take them.
_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id"})


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
        Leads.MODAL: _asking(client, words),
        Leads.LINK: _followed,
    }
    for button in BUTTONS:
        app.action(button.id)(listeners[button.leads])
    app.view(MODAL_ID)(listeners[Leads.QUEUE])
    return app


def _handing_on_to(queue: PressQueue) -> Callable[..., None]:
    def hand_on(ack: Ack, request: BoltRequest, payload: dict[str, Any]) -> None:
        # Who takes the choice of a menu back sends null instead of an option.
        if payload.get("selected_option", "none here") is not None:
            queue.put(
                request.raw_body,
                request.headers["x-slack-request-timestamp"][0],
                request.headers["x-slack-signature"][0],
            )
        ack()

    return hand_on


def _asking(client: WebClient, words: Words) -> Callable[..., None]:
    def ask(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        value = body["actions"][0]["value"]
        view = reason_modal(value, _about(body), words)
        try:
            client.views_open(trigger_id=body["trigger_id"], view=dict(view))
        except SlackApiError as refused:
            error = str(refused.response.get("error", ""))
            respond(_unopened(error, words), replace_original=False)
        except OSError:
            respond(words.say("answer.asleep"), replace_original=False)
        ack()

    return ask


def _unopened(error: str, words: Words) -> str:
    if error in _LATE:
        return words.say("answer.asleep")
    return words.say("answer.no_dialog", error=code(error))


def _followed(ack: Ack) -> None:
    """Slack wants an acknowledgement for a link, too."""
    ack()


def _about(body: dict[str, Any]) -> str:
    """Take the header of the message whose button was pressed, as Slack sends it."""
    return str(body["message"]["blocks"][0]["text"]["text"])
