"""The message of a storm and its pages say how many keys, and fit what Slack takes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from chalice_app.domain.digest import PAGE, Digest, Member, by_danger
from chalice_app.domain.phase import Phase
from chalice_app.views.digest_message import digest_message
from chalice_app.views.digest_page import digest_page
from infra.sandbox.slack.mrkdwn import parse_plain_text
from infra.sandbox.slack.tokens import Kind, kinds
from tests.domain.test_digest import member
from tests.shapes import START, moment
from tests.views.drawings import WORDS, check, objects, said, skeleton
from tests.views.hostile import SAMPLES, TEXTS

DIGEST = Digest(id="0123456789", began_at=START)
# KMS takes aliases of 256 letters.
LONG = "alias/" + "x" * 250


def dying(number: int, **changes: Any) -> Member:
    plain = member(number, Phase.SCHEDULED, due=moment(604_800 + number))
    return replace(plain, **changes)


def top(*members: Member) -> Any:
    shown: Any = digest_message(DIGEST, by_danger(members), WORDS, anybody=True)
    check(shown)
    return shown


def page(members: list[Member], number: int = 0) -> Any:
    shown: Any = digest_page(members, number, START, WORDS)
    check(shown)
    return shown


def test_it_says_how_many_who_where_and_when_the_first_dies() -> None:
    shown = top(*(dying(number) for number in range(37)))

    for words in (shown["text"], said(shown)):
        assert "keys in trouble: 37" in words
        assert "`alice` (37)" in words
        assert "`111122223333, eu-west-1` (37)" in words
        assert "9 Mar 2026 10:00 UTC" in words


def test_a_storm_in_which_nothing_dies_names_no_date() -> None:
    shown = top(member(1), member(2))

    assert "deletion" not in shown["text"] + said(shown)


def test_it_counts_how_they_stand() -> None:
    shown = top(dying(1), dying(2), member(3, Phase.RESOLVED))

    assert "Deletion scheduled: 2\nResolved: 1" in said(shown)


def test_only_the_most_frequent_are_named_and_the_others_counted() -> None:
    shown = top(*(dying(number, actor=f"p{number}") for number in range(9)))

    assert "and 6 more" in shown["text"]


@pytest.mark.parametrize(
    ("phases", "sign"),
    [
        ([Phase.REFUSED, Phase.SCHEDULED], "🔴"),
        ([Phase.CANCELLED], "🔴"),
        ([Phase.REFUSED, Phase.RESOLVED], "🟡"),
        ([Phase.RESOLVED], "🟢"),
    ],
)
def test_its_most_endangered_key_gives_the_tone(phases: list[Phase], sign: str) -> None:
    shown = top(*(member(number, it) for number, it in enumerate(phases)))

    assert shown["blocks"][0]["text"]["text"].startswith(sign)


def test_two_alerts_about_one_key_are_one_key() -> None:
    assert "keys in trouble: 1," in top(dying(1), dying(2, key="key-1"))["text"]


@pytest.mark.parametrize("phase", Phase)
def test_a_full_page_of_the_longest_lines_fits(phase: Phase) -> None:
    members = [dying(it, phase=phase, name=LONG) for it in range(PAGE)]

    lines = said(page(members))

    assert all(it.label in lines for it in members)


def test_a_page_says_which_keys_it_has() -> None:
    members = [dying(number) for number in range(PAGE + 3)]

    assert "81 to 83 of 83" in page(members, 1)["text"]
    assert members[PAGE].label in said(page(members, 1))


def bones(text: str) -> list[Any]:
    poisoned = [dying(1, name=text, actor=text), dying(2, name=text)]
    shown = [top(*poisoned), page(poisoned * (PAGE // 2))]
    return [
        skeleton(it["text"])
        if it["type"] == "mrkdwn"
        else kinds(parse_plain_text(it["text"], emoji=False)) == {Kind.TEXT}
        for one in shown
        for it in objects(one["blocks"])
    ]


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_known_tricks_do_nothing(text: str) -> None:
    assert bones(text) == bones("harmless")


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_no_text_changes_what_is_markup(text: str) -> None:
    assert bones(text) == bones("harmless")
