"""No text of a stranger ever becomes markup, and none makes Slack refuse the alert."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings

from chalice_app.domain.phase import Phase
from infra.sandbox.slack.mrkdwn import parse_plain_text
from infra.sandbox.slack.tokens import Kind, kinds
from tests.views.drawings import ACT, PHASES, check, drawn, objects, said, skeleton
from tests.views.hostile import SAMPLES, TEXTS, poisoned, variants


def bones(shown: Any) -> list[Any]:
    """Give what is left of a message once outside text is taken out of it."""
    return [skeleton(shown["text"]), *map(_bones, objects(shown["blocks"]))]


def _bones(thing: dict[str, Any]) -> Any:
    if thing["type"] == "mrkdwn":
        assert thing["verbatim"]
        return skeleton(thing["text"])
    assert kinds(parse_plain_text(thing["text"], emoji=thing["emoji"])) == {Kind.TEXT}
    return thing["type"]


@cache
def harmless() -> list[Any]:
    return [bones(drawn(found)) for found in variants("harmless")]


def judge(text: str) -> None:
    for found, expected in zip(variants(text), harmless(), strict=True):
        shown = drawn(found)
        check(shown)
        assert bones(shown) == expected


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_known_tricks_do_nothing(text: str) -> None:
    judge(text)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_no_text_changes_what_is_markup(text: str) -> None:
    judge(text)


@pytest.mark.parametrize("sign", "\u202e\u2066\u200b\ufeff\u3164\u034f\ufe0f\u2028\x00")
@pytest.mark.parametrize("phase", Phase)
def test_no_sign_without_a_shape_gets_through(phase: Phase, sign: str) -> None:
    shown = drawn(poisoned(PHASES[phase], f"al{sign}ice"))
    assert sign not in shown["text"] + said(shown).replace("\n", "")


def test_a_case_with_all_that_it_can_hold_still_fits() -> None:
    longest = "&" * 10_000
    for found in variants(longest):
        acts = tuple(replace(ACT, press_id=str(it), reason=longest) for it in range(50))
        people = tuple(f"U{it:010}" for it in range(300))
        check(drawn(replace(found, saved=acts, lookers=people)))
