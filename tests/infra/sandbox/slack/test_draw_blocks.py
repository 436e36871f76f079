"""Blocks as a person would read them."""

from dataclasses import replace

import pytest

from infra.sandbox.slack.layout import Style
from infra.sandbox.slack.render import (
    render_payload,
)
from infra.sandbox.slack.screen import Screen
from tests.infra.sandbox.slack.pieces import (
    Json,
    actions,
    button,
    confirm,
    menu,
    mrkdwn,
    plain,
    section,
)
from tests.infra.sandbox.slack.screens import SCREEN


def fields(*texts: Json) -> Json:
    return {"type": "section", "fields": list(texts)}


def drawn(*blocks: Json, screen: Screen = SCREEN) -> str:
    return render_payload({"text": "unused", "blocks": list(blocks)}, screen)


def said(text: str) -> str:
    return drawn(section(text={**mrkdwn(text), "verbatim": True}))


def test_an_alert_reads_as_in_slack() -> None:
    alert = drawn(
        {"type": "header", "text": plain(":red_circle: Deletion scheduled: prod/db")},
        section(text=mrkdwn("Due <!date^1796047500^{date_short} at {time}|soon>.")),
        fields(mrkdwn("*Key*\n`alias/prod/db`"), mrkdwn("*Account*\nprod")),
        {"type": "divider"},
        actions(
            button(text=plain("Cancel deletion"), style="primary"),
            button(text=plain("Delete"), style="danger", confirm=confirm()),
            button(text=plain("Open in AWS"), url="https://a.b"),
        ),
        {"type": "context", "elements": [mrkdwn("Alert RP-7F3C"), plain("more")]},
    )

    assert alert.split("\n") == [
        "🔴 Deletion scheduled: prod/db",
        "Due Nov 30, 2026 at 2:05 PM.",
        "Key                                      Account",
        "`alias/prod/db`                          prod",
        "─" * 80,
        "● [ Cancel deletion ]  ▲ [ Delete ]  [ Open in AWS ] ↗",
        "Alert RP-7F3C  more",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<@U0ADALOVE1> and <@U0NOBODY>", "@Ada and @U0NOBODY"),
        ("<#C0KMSALERT>", "#kms-alerts"),
        ("<!subteam^S0KMSRESPO>", "@kms-responders"),
        ("<!channel>", "@channel (notifies everybody)"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("<https://a.b|safe>", "safe (https://a.b)"),
        ("<https://a.b>", "https://a.b"),
        ("&lt;https://a.b|safe&gt;", "<https://a.b|safe>"),
        ("*b* _i_ ~s~ `c`", "b i s `c`"),
        ("&gt; quoted", "▌ quoted"),
        ("a\u202eb \x1b[2J", "a<U+202E>b <U+001B>[2J"),
    ],
)
def test_markup_and_what_only_looks_like_it_differ(source: str, expected: str) -> None:
    assert said(source) == expected


def test_bare_names_are_shown_to_be_live_where_slack_makes_them_so() -> None:
    assert drawn(section(text=mrkdwn("hey @channel"))) == (
        "hey @channel (notifies everybody)"
    )


def test_what_cannot_be_shown_is_an_error() -> None:
    assert drawn({"type": "poll"}) == "!! This block cannot be shown: poll"
    assert drawn({"type": "\x1b[2J"}) == "!! This block cannot be shown: <U+001B>[2J"
    assert drawn(actions({"type": "datepicker"})) == (
        "!! This element cannot be shown: datepicker"
    )


def test_a_long_label_is_cut_as_slack_cuts_it() -> None:
    assert drawn(actions(button(text=plain("x" * 30)))) == f"[ {'x' * 30} ]"
    assert drawn(actions(button(text=plain("x" * 31)))) == f"[ {'x' * 29}… ]"


def test_a_narrow_screen_stacks_fields() -> None:
    narrow = replace(SCREEN, width=40)

    assert drawn(fields(mrkdwn("left"), mrkdwn("right")), screen=narrow) == (
        "left\nright"
    )


def test_buttons_are_never_cut_in_two() -> None:
    buttons = [button(text=plain("Go back"), action_id=str(one)) for one in range(3)]
    narrow = replace(SCREEN, width=26)

    assert drawn(actions(*buttons), screen=narrow).split("\n") == [
        "[ Go back ]  [ Go back ]",
        "[ Go back ]",
    ]


def test_text_is_shown_only_without_blocks() -> None:
    assert render_payload({"text": "*news*"}, SCREEN) == "news"
    assert "unused" not in drawn(section())


def test_colour_marks_header_buttons_and_code() -> None:
    colour = replace(SCREEN, colour=True)
    header = {"type": "header", "text": plain("State")}
    picture = drawn(header, actions(button(style="danger")), screen=colour)

    assert f"\x1b[{Style.BOLD}mState\x1b[0m" in picture
    assert f"\x1b[{Style.DANGER}m▲ [ Go ]\x1b[0m" in picture


def test_a_menu_reads_as_what_it_says_before_a_choice() -> None:
    assert "[ Choose ▾ ]" in drawn(actions(button(), menu()))
