"""What AWS or Slack does not answer is a finding, and never counts as right."""

from collections.abc import Callable, Iterator

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from chalice_app.adapters.aws_json import AwsJsonError
from chalice_app.adapters.watcher.failure import unanswered
from chalice_app.adapters.watcher.look import made
from chalice_app.adapters.watcher.secret import look_at_secret
from chalice_app.domain.watcher.finding import Finding, ok
from chalice_app.errors import ChatRefusedError, ChatSilentError, TryAgainError

REFUSED = ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "ListRules")
ERRORS = [
    (REFUSED, "refused"),
    (EndpointConnectionError(endpoint_url="https://x"), "aws_silent"),
    (ChatRefusedError("auth.test", "ekm_access_denied"), "slack_refused"),
    (ChatSilentError("auth.test"), "slack_silent"),
    (TryAgainError("slack-token: busy"), "aws_silent"),
]


@pytest.mark.parametrize(("error", "name"), ERRORS, ids=lambda it: type(it).__name__)
def test_what_was_found_before_a_failure_stays_and_the_failure_is_one(
    error: Exception, name: str
) -> None:
    def run() -> Iterator[Finding]:
        yield ok("well")
        raise error

    looked = made("rules", run)

    assert [it.name for it in looked.findings] == ["well", name]
    assert not looked.done


def test_an_error_of_our_own_rises() -> None:
    def run() -> Iterator[Finding]:
        raise KeyError("State")
        yield ok("well")

    assert unanswered(KeyError("State")) is None
    with pytest.raises(KeyError):
        made("rules", run)


def token(error: Exception | None) -> Callable[[], str]:
    def read() -> str:
        if error:
            raise TryAgainError("slack-token") from error
        return "xoxb-1"

    return read


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (None, "token_filled"),
        (AwsJsonError("ResourceNotFoundException", passing=False), "token_empty"),
        (AwsJsonError("no SecretString", passing=False), "token_empty"),
        (AwsJsonError("AccessDeniedException", passing=False), "refused"),
    ],
)
def test_the_secret_is_read_anew_and_called_empty_only_if_it_is(
    error: Exception | None, name: str
) -> None:
    [found] = look_at_secret(token(error), "reprieve/dev/slack-token")

    assert found.name == name
