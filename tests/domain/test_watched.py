"""Tests of the table of watched events."""

from dataclasses import replace

import pytest

from chalice_app.domain.key_event import read_event
from chalice_app.domain.watched import WATCHED, News, news_of
from tests.domain.recorded import recorded

SCHEDULED = read_event(recorded("schedule-by-role"))
OPENING = {
    "ScheduleKeyDeletion": News.SCHEDULED,
    "DisableKey": News.DISABLED,
    "DeleteKey": News.LOST,
    "DeleteImportedKeyMaterial": News.LOST,
    "DeleteExpiredKeyMaterial": News.LOST,
    "DisconnectCustomKeyStore": News.LOST,
    "DeleteCustomKeyStore": News.LOST,
    "KMS CMK Deletion": News.LOST,
    "KMS Imported Key Material Expiration": News.LOST,
}
FOLLOWING = {"CancelKeyDeletion", "EnableKey", "PutKeyPolicy", "DisableKeyRotation"}


def test_exactly_these_events_are_watched() -> None:
    assert set(WATCHED) == {*OPENING, *FOLLOWING}


@pytest.mark.parametrize(("name", "news"), OPENING.items())
def test_trouble_opens_a_case_and_a_refused_attempt_is_news_of_its_own(
    name: str, news: News
) -> None:
    event = replace(SCHEDULED, name=name)
    assert WATCHED[name].opens
    assert news_of(event) is news
    assert news_of(replace(event, error="AccessDenied")) is News.REFUSED


@pytest.mark.parametrize("name", sorted(FOLLOWING))
def test_what_matters_only_while_a_case_is_open_opens_none_even_if_refused(
    name: str,
) -> None:
    event = replace(SCHEDULED, name=name)
    assert not WATCHED[name].opens
    assert news_of(event) is News.FOLLOW
    assert news_of(replace(event, error="AccessDenied")) is News.FOLLOW


@pytest.mark.parametrize("name", ["Decrypt", "KMS CMK Rotation", "disablekey", ""])
def test_nothing_else_is_news(name: str) -> None:
    assert news_of(replace(SCHEDULED, name=name)) is None
