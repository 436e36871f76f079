"""No text from outside becomes HTML, and all that Reprieve says draws faultlessly."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalice_app.domain.phase import Phase
from chalice_app.views.slack_modal import reason_modal
from infra.sandbox.page.html.message import Drawn, message_html
from infra.sandbox.slack.layout import visible
from tests.infra.sandbox.page.html.drawing import (
    NAMES,
    answer,
    drawn,
    form,
    kept,
    posted,
)
from tests.infra.sandbox.page.html.reading import read
from tests.infra.sandbox.slack.pieces import mrkdwn, plain, section
from tests.views.drawings import PHASES, WORDS
from tests.views.drawings import drawn as alert
from tests.views.hostile import SAMPLES, TEXTS, variants

HTML = st.sampled_from(
    ["<script>alert(1)</script>", '" onclick="x', "<img src=x onerror=x>", "]]><!--"]
)
ANY = st.one_of(TEXTS, HTML, st.text())
DRAWN = (
    r"div|span|p|strong|em|s|code|pre|blockquote|a|time|button|h2|h3|ul|li"
    r"|details|summary"
)
TRUE_ADDRESS = re.compile(r"https?://|mailto:")


def checked(shown: Drawn) -> Drawn:
    """Find nothing but what the drawings themselves write."""
    for tag, given_to_it in read(shown.html).elements:
        assert re.fullmatch(DRAWN, tag)
        assert not [name for name in given_to_it if name.startswith("on")]
        assert TRUE_ADDRESS.match(given_to_it.get("href", "https://"))
    return shown


@given(ANY)
def test_marked_text_becomes_no_element_of_its_own(text: str) -> None:
    checked(message_html(kept(text), NAMES))
    checked(message_html(kept("x", (section(text=mrkdwn(text)),)), NAMES))
    checked(answer(text))


@given(ANY.filter(lambda text: 0 < len(text) <= 3000))
def test_plain_text_is_read_as_it_was_written(text: str) -> None:
    shown = drawn(section(text={**plain(text), "emoji": False}))

    assert read(shown.html).text.endswith(visible(text))
    harmless = drawn(section(text=plain("harmless")))
    circles = ["span"] * len(re.findall("[🔴🟠🟡🟢🔵⚫⚪]", text))
    assert read(shown.html).tags == [*read(harmless.html).tags, *circles]


@given(ANY)
def test_a_name_is_text(name: str) -> None:
    user = "U0NAMELESS"
    message = replace(kept(f"<@{user}>"), user=user)
    shown = checked(message_html(message, {user: f"@{name}"}))

    assert visible(name) in read(shown.html).text


@pytest.mark.parametrize("phase", Phase)
def test_every_alert_draws_without_a_problem(phase: Phase) -> None:
    said = alert(PHASES[phase], earlier="https://acme.slack.com/archives/C1/p1")

    assert drawn(*said["blocks"]).problems == ()
    assert message_html(kept(said["text"]), NAMES).problems == ()


def test_the_modal_draws_without_a_problem() -> None:
    assert form(reason_modal("case:1", "🔴 A key", WORDS)).problems == ()


@settings(max_examples=10)
@given(st.sampled_from(SAMPLES) | TEXTS | HTML)
def test_no_stranger_changes_the_html_of_an_alert(text: str) -> None:
    for found in variants(text):
        said = alert(found)
        shown = checked(message_html(posted(*said["blocks"]), NAMES))
        assert shown.problems == ()


@given(ANY)
def test_what_was_typed_and_told_in_a_modal_is_text(text: str) -> None:
    view = reason_modal("case:1", "A key", WORDS)
    shown = read(form(view, errors={"reason": f"!{text}"}).html)

    assert visible(text) in shown.text
    assert shown.tags.count("p") == 2
