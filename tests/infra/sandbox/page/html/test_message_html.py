"""Messages and answers as HTML: who said it, when, and what was said."""

import json
from dataclasses import replace

import pytest

from infra.sandbox.page.html.message import message_html
from infra.sandbox.slack import acme
from tests.infra.sandbox.page.html.drawing import NAMES, answer, drawn, kept
from tests.infra.sandbox.page.html.reading import read
from tests.infra.sandbox.slack.pieces import (
    actions,
    button,
    choice,
    confirm,
    menu,
    mrkdwn,
    plain,
    section,
)


def said(text: str) -> str:
    return drawn(section(text={**mrkdwn(text), "verbatim": True})).html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<@U0ADALOVE1>", '<span class="mention">@Ada</span>'),
        ("<@U0NOBODY>", '<span class="mention">@U0NOBODY</span>'),
        ("<!subteam^S0KMSRESPO>", '<span class="mention">@kms-responders</span>'),
        ("<!here>", '<span class="mention loud">@here (notifies everybody)</span>'),
        ("*b* _i_ ~s~", "<strong>b</strong> <em>i</em> <s>s</s>"),
        ("`c` &lt;i&gt;", "<code>c</code> &lt;i&gt;"),
        ("&gt; quoted", "<blockquote>quoted</blockquote>"),
        ("a\u202eb", "a&lt;U+202E&gt;b"),
        ("🔴 dying", '<span class="circle red">🔴</span> dying'),
        (
            "<!date^1796047500^{date} at {time}|soon>",
            (
                '<time datetime="2026-11-30T14:05:00Z" data-format="{date} at {time}">'
                "soon</time>"
            ),
        ),
    ],
)
def test_markup_becomes_html(source: str, expected: str) -> None:
    assert f'<div class="text">{expected}</div>' in said(source)


def test_a_link_shows_where_it_leads() -> None:
    found = read(said("<https://a.b/?c&amp;d|here>")).one("a")

    assert found["href"] == found["title"] == "https://a.b/?c&d"
    assert found["rel"] == "noreferrer"


def test_a_button_says_what_a_press_sends_and_what_slack_asks_before() -> None:
    asked = confirm(text=mrkdwn("*All* can use it."), style="danger")
    go = button(action_id="rp.go", style="primary", confirm=asked)
    found = read(drawn(actions(go, block_id="act.1")).html).one("button")

    assert (found["data-action-id"], found["data-block-id"]) == ("rp.go", "act.1")
    assert found["class"] == "button primary"
    assert json.loads(found["data-confirm"]) == {
        "title": "words",
        "text": "All can use it.",
        "confirm": "words",
        "deny": "words",
        "style": "danger",
    }


def test_a_button_with_an_address_is_a_link_that_is_pressed_too() -> None:
    shown = read(drawn(section(accessory=button(url="https://a.b"))).html)

    assert shown.all("button") == []
    assert shown.one("a")["href"] == "https://a.b"
    assert shown.one("a")["data-action-id"] == "rp.go"


def test_the_head_says_who_and_when() -> None:
    shown = read(message_html(kept("hello"), NAMES).html)

    assert shown.text.startswith("RReprieve APP 14:05 UTC")
    assert shown.one("time")["datetime"] == "2026-11-23T14:05:00Z"


def test_a_person_is_no_app() -> None:
    shown = read(message_html(replace(kept("hello"), user=acme.ADA), NAMES).html)

    assert shown.text.startswith("AAda 14:05 UTC")


def test_a_rewritten_text_is_marked() -> None:
    assert "(edited)" in message_html(kept("new", edited=True), NAMES).html
    assert "(edited)" not in message_html(kept("new"), NAMES).html


def test_blocks_stand_instead_of_the_text() -> None:
    assert "news" not in drawn(section()).html
    assert '<div class="text">news</div>' in message_html(kept("news"), NAMES).html


def test_a_reply_that_the_channel_sees_too_is_marked() -> None:
    reply = replace(kept("urgent"), thread_ts="1.0")

    assert "to the channel" not in message_html(reply, NAMES).html
    broadcast = replace(reply, broadcast=True)
    assert "to the channel" in message_html(broadcast, NAMES).html


def test_an_answer_is_seen_by_one_person() -> None:
    shown = answer("Done: `Disabled`")

    assert "Only visible to you" in shown.html
    assert "Done: <code>Disabled</code>" in shown.html


def test_every_kind_of_block_is_drawn() -> None:
    shown = drawn(
        {"type": "header", "text": plain("Title")},
        section(fields=[mrkdwn("*Key*\nk"), mrkdwn("*Who*\nw")]),
        {"type": "divider"},
        {"type": "context", "elements": [mrkdwn("small"), plain("print")]},
    )

    assert shown.problems == ()
    tags = read(shown.html).tags
    assert [tag for tag in tags if tag in {"h3", "ul", "li", "hr"}] == [
        *("h3", "ul", "li", "li", "hr")
    ]
    assert '<div class="context"><span>small</span><span>print</span></div>' in (
        shown.html
    )


def test_a_menu_is_a_button_that_opens_its_choices() -> None:
    options = [choice("Sooner <b>", "a:1"), choice("Later", "a:2")]
    found = read(drawn(actions(menu(options=options), block_id="row")).html)

    assert found.one("summary")["data-focus"] == "rp.menu"
    choices = found.all("button")
    assert [it["data-choice"] for it in choices] == ["a:1", "a:2"]
    assert {it["data-action-id"] for it in choices} == {"rp.menu"}
    assert "Sooner <b>" in found.text
