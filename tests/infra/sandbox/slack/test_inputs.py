"""What Slack's client checks in a modal before it sends anything."""

import pytest

from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.slack.submissions import NoSuchFieldError
from tests.infra.sandbox.slack.app_double import AppDouble
from tests.infra.sandbox.slack.pieces import reason


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Please complete this required field."),
        ("four", "Please use at least 5 characters."),
        ("x" * 21, "Please use at most 20 characters."),
    ],
)
def test_a_field_filled_in_wrongly_is_not_sent(
    slack: LocalSlack, app: AppDouble, view_id: str, text: str, sentence: str
) -> None:
    delivery = slack.submit(view_id, reason(text))

    assert not delivery.sent
    assert delivery.errors == {"reason": sentence}
    assert slack.views(acme.ADA)[0].errors == {"reason": sentence}
    assert app.payloads == []


@pytest.mark.parametrize("text", ["x" * 5, "x" * 20])
def test_the_ends_of_a_field_are_sent(
    slack: LocalSlack, view_id: str, text: str
) -> None:
    assert slack.submit(view_id, reason(text)).sent


def test_a_field_that_is_not_there_cannot_be_filled_in(
    slack: LocalSlack, view_id: str
) -> None:
    with pytest.raises(NoSuchFieldError, match="elsewhere"):
        slack.submit(view_id, {"elsewhere": {"v": "x"}})
