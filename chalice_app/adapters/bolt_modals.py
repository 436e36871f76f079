"""The modals that the slack door opens, and what it says of them at once."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, Respond
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from chalice_app.adapters.queue import PressQueue
from chalice_app.views.review_form import NUMBER, external_id, form_in
from chalice_app.views.review_modal import reading_modal
from chalice_app.views.slack_modal import reason_modal
from chalice_app.views.slack_text import code
from chalice_app.views.words import Words

# A trigger lives three seconds, and a cold start may take them.
_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id"})


def hand_on(queue: PressQueue, request: BoltRequest) -> None:
    queue.put(
        request.raw_body,
        request.headers["x-slack-request-timestamp"][0],
        request.headers["x-slack-signature"][0],
    )


def asking(client: WebClient, words: Words) -> Callable[..., None]:
    def ask(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        value = body["actions"][0]["value"]
        _opened(client, body, respond, reason_modal(value, _about(body), words), words)
        ack()

    return ask


def listing(client: WebClient, queue: PressQueue, words: Words) -> Callable[..., None]:
    """Open a modal that `actions` fills: this door may not read the table."""

    def open_list(
        ack: Ack, request: BoltRequest, body: dict[str, Any], respond: Respond
    ) -> None:
        view = reading_modal(external_id(body["trigger_id"]), words)
        if _opened(client, body, respond, view, words):
            hand_on(queue, request)
        ack()

    return open_list


def choosing(queue: PressQueue, words: Words) -> Callable[..., None]:
    """Say at once if another number was typed; only the table's number decides."""

    def submitted(ack: Ack, request: BoltRequest, view: dict[str, Any]) -> None:
        form = form_in(view)
        if form.fault:
            said = words.say(f"review_fault.{form.fault}", count=form.chosen)
            ack(response_action="errors", errors={NUMBER: said})
            return
        hand_on(queue, request)
        ack()

    return submitted


def _opened(
    client: WebClient,
    body: dict[str, Any],
    respond: Respond,
    view: Mapping[str, object],
    words: Words,
) -> bool:
    try:
        client.views_open(trigger_id=body["trigger_id"], view=dict(view))
    except SlackApiError as refused:
        error = str(refused.response.get("error", ""))
        respond(_unopened(error, words), replace_original=False)
    except OSError:
        respond(words.say("answer.asleep"), replace_original=False)
    else:
        return True
    return False


def _unopened(error: str, words: Words) -> str:
    if error in _LATE:
        return words.say("answer.asleep")
    return words.say("answer.no_dialog", error=code(error))


def _about(body: dict[str, Any]) -> str:
    """Take the header of the message whose button was pressed, as Slack sends it."""
    return str(body["message"]["blocks"][0]["text"]["text"])
