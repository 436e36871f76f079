"""AWS without boto3: what passes is tried once more, what lasts is told by its name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from chalice_app.adapters.aws_json import AwsJson, AwsJsonError
from chalice_app.adapters.aws_place import reach
from chalice_app.adapters.queue import SQS
from infra.sandbox.aws.credentials import ROOT, environment
from infra.sandbox.slack.serving import served

OK = Response('{"MessageId": "1"}')
Service = Callable[..., AwsJson]


def named(name: str, status: int = 400) -> Response:
    return Response(f'{{"__type": "com.amazonaws.sqs#{name}"}}', status)


@contextmanager
def answering(*answers: Response) -> Iterator[tuple[AwsJson, list[Request]]]:
    """Serve these answers one after the other, and keep what was asked."""
    left, asked = list(answers), []

    async def answer(request: Request) -> Response:
        asked.append(request)
        return left.pop(0)

    app = Starlette(routes=[Route("/", answer, methods=["POST"])])
    with served(app) as url:
        yield reach(SQS, environment(url, ROOT, {}), lambda: 1_700_000_000.0), asked


@pytest.mark.parametrize(
    "passing",
    [named("ThrottlingException"), named("Busy", 503), Response("<html>", 502)],
)
def test_what_passes_is_asked_once_more(passing: Response) -> None:
    with answering(passing, OK) as (sqs, asked):
        assert sqs.ask("SendMessage") == {"MessageId": "1"}

    assert len(asked) == 2


def test_what_does_not_pass_is_given_up_after_the_second_time() -> None:
    busy = named("Busy", 503)
    with (
        answering(busy, busy) as (sqs, asked),
        pytest.raises(AwsJsonError, match="Busy"),
    ):
        sqs.ask("SendMessage")

    assert len(asked) == 2


@pytest.mark.parametrize(
    ("refusal", "name"),
    [
        (named("AccessDeniedException"), "AccessDeniedException"),
        (Response('{"__type": "InvalidSignatureException"}', 403), "InvalidSig"),
        (Response("<html>", 403), "^403$"),
        (Response("[]", 404), "^404$"),
    ],
)
def test_a_refusal_is_told_by_its_name_and_not_asked_again(
    refusal: Response, name: str
) -> None:
    with answering(refusal) as (sqs, asked), pytest.raises(AwsJsonError, match=name):
        sqs.ask("SendMessage")

    assert len(asked) == 1


def test_an_answer_that_is_no_json_is_none() -> None:
    odd = Response("<html>")
    with answering(odd, odd) as (sqs, _), pytest.raises(AwsJsonError):
        sqs.ask("SendMessage")


def test_a_server_that_cannot_be_reached_is_told() -> None:
    sqs = reach(SQS, environment("http://127.0.0.1:9", ROOT, {}), lambda: 0.0)

    with pytest.raises(AwsJsonError, match="URLError"):
        sqs.ask("SendMessage")
