"""Whatever the browser sends is read, or refused with a sentence."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.page.channel import Channel
from infra.sandbox.page.clock import clock
from infra.sandbox.page.console import Console
from infra.sandbox.page.people import Identities
from infra.sandbox.page.said import Act, BadWishError, filled_in
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from infra.sandbox.time_travel import Travelled

FIELDS = (
    "action",
    "key",
    "days",
    "hours",
    "choice",
    "alias",
    "as",
    "ts",
    "action_id",
    "view",
    "values",
)
SENSIBLE = (acme.ADA, "schedule", "create", "frank", "1.0", "V1")
LEAF = st.none() | st.booleans() | st.integers() | st.text()
ANYTHING = (
    LEAF
    | st.sampled_from(SENSIBLE)
    | st.lists(LEAF, max_size=2)
    | st.dictionaries(st.text(), LEAF, max_size=2)
)
WISHES = st.dictionaries(st.sampled_from(FIELDS), ANYTHING)


def never(span: timedelta) -> Travelled:
    raise AssertionError(span)


@pytest.fixture(scope="module")
def acts() -> Iterator[list[Act]]:
    """Give every act; there is no message, no dialog, and no AWS that runs."""
    with LocalSlack() as slack:
        channel, aws = Channel(slack), LocalAws()
        console = Console(aws, Identities(sts=None, users={}))
        yield [
            channel.press,
            channel.press_in_view,
            channel.submit,
            channel.close,
            console.act,
            clock(never),
        ]


@given(wish=WISHES.filter(lambda it: it.get("as") != "frank"))
def test_any_object_is_answered_or_refused_with_a_sentence(
    acts: list[Act], wish: dict[str, object]
) -> None:
    for act in acts:
        assert told(act, {**wish, "days": None, "hours": None}).endswith(".")


def told(act: Act, wish: dict[str, object]) -> str:
    try:
        return act(wish).said
    except BadWishError as error:
        return str(error)


def test_values_of_a_dialog_are_texts_or_lists_of_texts() -> None:
    given = {"reason": "", "keys": ["a", "b"], "none": []}
    read = {"reason": "", "keys": ("a", "b"), "none": ()}
    assert filled_in({"values": given}, "values") == read
    for wrong in (None, [], {"reason": 1}, {"reason": None}, {"keys": [1]}):
        with pytest.raises(BadWishError):
            filled_in({"values": wrong}, "values")


@pytest.mark.parametrize("hours", [0, -1, 8761, True, 1.5, "7", None])
def test_the_clock_jumps_ahead_by_whole_hours_up_to_a_year(hours: object) -> None:
    with pytest.raises(BadWishError):
        clock(never)({"hours": hours})


def test_a_sweep_that_failed_on_the_way_is_told() -> None:
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    said = clock(lambda _span: Travelled(now=at, failed=(at,)))({"hours": 12})
    assert not said.ok
    assert said.said == ("These sweeps failed on the way: 2026-11-24T12:00:00Z.")
