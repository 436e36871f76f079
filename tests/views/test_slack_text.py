"""Outside text is made harmless, and a time is the same in both its forms."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalice_app.views.slack_text import clean, code, escape, link, moment, person, utc
from infra.sandbox.slack.mrkdwn import parse_mrkdwn
from infra.sandbox.slack.tokens import Kind, Token
from tests.views.hostile import TEXTS

DATE = re.compile(r"<!date\^(-?\d+)\^\{date_short_pretty\} at \{time\}\|(.+)>")
ZONES = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))
TIMES = st.datetimes(
    datetime(2, 1, 1),  # noqa: DTZ001
    datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=ZONES,
)


@given(TEXTS, st.integers(1, 300))
def test_clean_text_is_visible_short_and_on_one_line(text: str, most: int) -> None:
    shown = clean(text, most)
    assert len(shown) <= most
    assert shown == shown.strip()
    assert shown.isprintable()
    assert not {unicodedata.category(it) for it in shown} & {"Cc", "Cf", "Cs", "Zl"}
    assert clean(shown, most) == shown


def test_a_cut_is_shown() -> None:
    assert clean("abcdef", 5) == "abcd…"
    assert clean("abcde", 5) == "abcde"


@given(TEXTS)
def test_a_code_span_says_the_text_and_nothing_else(text: str) -> None:
    said = clean(text.replace("`", "'")) or "-"
    inside = (Token(Kind.TEXT, said),)
    expected = [Token(Kind.CODE, said, inside=inside)]
    assert parse_mrkdwn(code(text), verbatim=False) == expected


@pytest.mark.parametrize("nothing", [None, "", " ", "\u200b\u3164"])
def test_nothing_is_shown_as_nothing(nothing: str | None) -> None:
    assert code(nothing) == "`-`"


def test_only_slacks_three_signs_are_escaped_once() -> None:
    assert escape("<a & b>") == "&lt;a &amp; b&gt;"
    assert escape("&lt;") == "&amp;lt;"


def test_mentions_and_links_are_what_they_say() -> None:
    [who] = parse_mrkdwn(person("U0ADALOVE1"))
    assert (who.kind, who.target) == (Kind.USER, "U0ADALOVE1")
    [to] = parse_mrkdwn(link("https://acme.slack.com/p1", "RP-<1>"))
    assert (to.kind, to.target) == (Kind.LINK, "https://acme.slack.com/p1")
    assert to.text == "RP-<1>"


@example(datetime(9000, 1, 1, 0, 0, 59, 999_999, tzinfo=UTC))  # more than a float holds
@example(datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC))
@given(TIMES)
def test_both_forms_of_a_time_name_the_same_minute(at: datetime) -> None:
    found = DATE.fullmatch(moment(at))
    assert found
    epoch = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(found[1]))
    assert found[2] == utc(at) == utc(epoch)
    assert timedelta(0) <= at - epoch < timedelta(seconds=1)
    assert utc(at).split() == [
        *(str(epoch.day), epoch.strftime("%b"), str(epoch.year)),
        *(epoch.strftime("%H:%M"), "UTC"),
    ]
