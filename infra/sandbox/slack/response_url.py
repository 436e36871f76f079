"""response_url: five answers within thirty minutes after a press, without a token."""

from infra.sandbox.slack.arguments import ApiRequest, Arguments
from infra.sandbox.slack.chat_content import read_post
from infra.sandbox.slack.records import Ephemeral
from infra.sandbox.slack.refusal import SlackRefusalError
from infra.sandbox.slack.store import Store
from infra.sandbox.slack.tickets import ResponseTicket


def respond(store: Store, name: str, request: ApiRequest) -> None:
    """Answer a press: rewrite the pressed message, or whisper to the presser."""
    with store.lock:
        given = request.arguments()
        ticket = store.use_response(name)
        if given.flag("replace_original"):
            _replace(store, ticket, given)
        elif given.text("response_type") in {"", "ephemeral"}:
            _whisper(store, ticket, given)
        else:
            raise SlackRefusalError("invalid_response_type")


def _replace(store: Store, ticket: ResponseTicket, given: Arguments) -> None:
    version, _ = read_post(store.clock(), given)
    store.rewrite(store.messages[ticket.message_ts], version)


def _whisper(store: Store, ticket: ResponseTicket, given: Arguments) -> None:
    version, _ = read_post(store.clock(), given)
    store.ephemerals.append(
        Ephemeral(
            channel=ticket.channel,
            user=ticket.user,
            ts=store.next_ts(),
            text=version.text,
            blocks=version.blocks,
            thread_ts=given.text("thread_ts") or None,
        )
    )
