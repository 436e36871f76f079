"""Open modals of Slack, drawn anew from a worker."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk import WebClient

from chalice_app.adapters.slack_api import SlackApi
from chalice_app.errors import ChatRefusedError

# Slack no longer has the view, or has another version of it than was drawn on.
_PAST = frozenset({"not_found", "hash_conflict"})


class SlackDialogs:
    def __init__(self, client: Callable[[], WebClient]) -> None:
        self._api = SlackApi(client)

    def fill(
        self, external_id: str, view: Mapping[str, Any], drawn: str | None = None
    ) -> bool:
        """Draw an open modal anew; False if it is closed, or changed since `drawn`."""
        same = {"hash": drawn} if drawn else {}
        try:
            self._api.ask("views.update", external_id=external_id, view=view, **same)
        except ChatRefusedError as refused:
            if refused.code not in _PAST:
                raise
            return False
        return True
