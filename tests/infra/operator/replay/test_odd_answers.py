"""What CloudTrail may answer beside whole pages of whole records."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

from infra.operator.replay.event_history import EventHistory
from infra.operator.replay.pace import Pace
from infra.operator.replay.reading import Reading
from infra.operator.replay.sources import Source, of_history
from infra.sandbox.aws.shapes import REGION
from tests.fakes.places import NOON

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENT = {
    "EventName": "DisableKey",
    "EventSource": "kms.amazonaws.com",
    "EventTime": NOON,
}


class Answers:
    """Answers as it is told, one page after the other."""

    def __init__(self, *pages: dict[str, Any] | ClientError) -> None:
        self.pages = list(pages)
        self.asked: list[Mapping[str, object]] = []

    def lookup_events(self, **asked: object) -> dict[str, Any]:
        self.asked.append(asked)
        answer = self.pages.pop(0)
        if isinstance(answer, ClientError):
            raise answer
        return answer


FIRST = Reading(region=REGION, since=NOON - timedelta(days=1))
ENDED = ClientError({"Error": {"Code": "InvalidNextTokenException"}}, "LookupEvents")


def read_from(first: Reading, answers: Answers) -> Source:
    pace = Pace(now=lambda: 0.0, sleep=lambda _seconds: None)
    history = EventHistory(answers, pace)
    return of_history(history, first, None, lambda _share: None)


def read(*pages: dict[str, Any]) -> Source:
    return read_from(FIRST, Answers(*pages))


def test_an_event_whose_text_cannot_be_read_is_counted() -> None:
    texts = ("{", "[" * 100_000, '{"eventName": "Dis')

    events = [{**EVENT, "CloudTrailEvent": text} for text in texts]

    assert read({"Events": events}).heard.unread == len(texts)


def test_an_empty_page_is_not_the_last_one_while_it_has_a_token() -> None:
    event = {**EVENT, "CloudTrailEvent": "{"}

    source = read({"Events": [], "NextToken": "more"}, {"Events": [event]})

    assert source.heard.unread == 1


def test_a_kept_token_that_has_ended_is_gone_on_without() -> None:
    event = {**EVENT, "CloudTrailEvent": "{"}
    answers = Answers(ENDED, {"Events": [event]})
    kept = replace(FIRST, token="old", pages=3, newest=NOON, oldest=NOON)

    assert read_from(kept, answers).heard.unread == 1
    assert answers.asked[0]["NextToken"] == "old"
    assert "NextToken" not in answers.asked[1]
    assert answers.asked[1]["EndTime"] == NOON


def test_the_same_error_without_a_token_is_told() -> None:
    with pytest.raises(ClientError):
        read_from(FIRST, Answers(ENDED))
