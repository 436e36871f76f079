"""Slack's client, which reads its token anew when Slack takes it no more."""

from collections.abc import Callable
from ssl import SSLContext
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

# Slack checks the token before it does anything, so such a call has done nothing.
_TOKEN_ENDED = {
    "account_inactive",
    "invalid_auth",
    "not_authed",
    "token_expired",
    "token_revoked",
}


class RenewedClient(WebClient):
    """Without `tls`, each call would load the roots of trust anew."""

    def __init__(
        self,
        base_url: str,
        token: str,
        anew: Callable[[], str],
        timeout: int,
        tls: SSLContext | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            token=token,
            timeout=timeout,
            ssl=tls,
            retry_handlers=[],  # what Slack took before it fell silent would repeat
        )
        self._anew = anew

    def api_call(self, api_method: str, **how: Any) -> SlackResponse:  # noqa: ANN401
        try:
            return super().api_call(api_method, **how)
        except SlackApiError as error:
            if error.response.get("error") not in _TOKEN_ENDED or not self._renewed():
                raise
        return super().api_call(api_method, **how)

    def _renewed(self) -> bool:
        before, self.token = self.token, self._anew()
        return self.token != before
