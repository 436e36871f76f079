"""Every case can be drawn, and Slack takes every drawing."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Case
from chalice_app.domain.key import KeyReading
from chalice_app.domain.phase import Phase, phase_of
from chalice_app.views.naming import key_name
from tests.shapes import KEY, STORE, reading
from tests.views.drawings import PHASES, WORDS, buttons, check, drawn, objects

NAMED = [phase for phase in PHASES if phase is not Phase.UNREADABLE]
READINGS = [
    "as it is",
    None,
    reading(None, 2),
    reading(None, 2, refusal="KMSInternalException", passing=True),
    reading(None, 2, refusal="BrandNewState"),
]


def with_reading(found: Case, given: KeyReading | str | None) -> Case:
    return found if isinstance(given, str) else replace(found, reading=given)


def test_there_is_a_case_for_each_phase() -> None:
    assert PHASES.keys() == set(Phase)
    for phase, found in PHASES.items():
        assert phase_of(found) is phase


@pytest.mark.parametrize("given", READINGS)
@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("anybody", [True, False])
@pytest.mark.parametrize("phase", Phase)
def test_slack_takes_it(
    phase: Phase, given: KeyReading | str | None, *, ours: bool, anybody: bool
) -> None:
    found = replace(with_reading(PHASES[phase], given), ours=ours)
    shown = drawn(found, anybody=anybody, earlier="https://acme.slack.com/p1")
    check(shown)
    assert all(it["verbatim"] for it in objects(shown) if it["type"] == "mrkdwn")
    assert not any(it["emoji"] for it in objects(shown) if it["type"] == "plain_text")
    primary = [it for it in buttons(shown) if it.get("style") == "primary"]
    assert len(primary) <= 1


@pytest.mark.parametrize("phase", NAMED)
def test_the_text_alone_says_what_where_and_which_key(phase: Phase) -> None:
    found = PHASES[phase]
    text = drawn(found)["text"]
    assert f"`{key_name(found, WORDS)}`" in text
    assert f"{found.subject.account}, {found.subject.region}" in text


@pytest.mark.parametrize("phase", Phase)
def test_two_phases_never_read_the_same(phase: Phase) -> None:
    shown = drawn(PHASES[phase])
    others = [drawn(PHASES[it]) for it in Phase if it is not phase]
    titles = [it["blocks"][0]["text"]["text"] for it in others]
    assert shown["blocks"][0]["type"] == "header"
    assert shown["blocks"][0]["text"]["text"] not in titles
    assert shown["text"].split("`")[0] not in [
        it["text"].split("`")[0] for it in others
    ]


@pytest.mark.parametrize("phase", NAMED)
def test_the_blocks_name_the_key_the_place_the_person_and_the_time(
    phase: Phase,
) -> None:
    shown = drawn(PHASES[phase])
    fields = [it for block in shown["blocks"] for it in block.get("fields", ())]
    whole = "\n".join(it["text"] for it in fields)
    assert f"`{(STORE if 'key_store' in phase else KEY).id}`" in whole
    for part in ("`111122223333, eu-west-1`", "alice (role Deploy)", "203.0.113.7"):
        assert part in whole
    assert "<!date^1772445600^" in whole
