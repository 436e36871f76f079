"""What Slack makes of mrkdwn, row by row."""

import pytest

from infra.sandbox.slack.mrkdwn import parse_mrkdwn, parse_plain_text
from infra.sandbox.slack.tokens import Kind, Token


def text(words: str) -> Token:
    return Token(Kind.TEXT, words)


def wrapped(kind: Kind, *inside: Token) -> Token:
    return Token(kind, "".join(token.text for token in inside), inside=inside)


def bold(words: str) -> Token:
    return wrapped(Kind.BOLD, text(words))


def code(words: str) -> Token:
    return wrapped(Kind.CODE, text(words))


EVERYBODY = Token(Kind.SPECIAL, "@channel", "channel")

ROWS: list[tuple[str, list[Token]]] = [
    ("", []),
    ("plain", [text("plain")]),
    ("*bold*", [bold("bold")]),
    ("a *b* c", [text("a "), bold("b"), text(" c")]),
    ("_italic_", [wrapped(Kind.ITALIC, text("italic"))]),
    ("~strike~", [wrapped(Kind.STRIKE, text("strike"))]),
    ("*_both_*", [wrapped(Kind.BOLD, wrapped(Kind.ITALIC, text("both")))]),
    ("(*b*)", [text("("), bold("b"), text(")")]),
    ("2*3*4", [text("2*3*4")]),
    ("snake_case_name", [text("snake_case_name")]),
    ("* not *", [text("* not *")]),
    ("*two\nlines*", [text("*two\nlines*")]),
    ("**", [text("**")]),
    ("*a*b*", [bold("a*b")]),
    ("`code`", [code("code")]),
    ("`*b*`", [code("*b*")]),
    ("*a `x*y` b*", [wrapped(Kind.BOLD, text("a "), code("x*y"), text(" b"))]),
    ("`two\nlines`", [text("`two\nlines`")]),
    ("a`b`c", [text("a`b`c")]),
    ("``", [text("``")]),
    ("```a\n*b*```", [wrapped(Kind.PRE, text("a\n*b*"))]),
    ("<!channel>", [EVERYBODY]),
    ("<!here|@here>", [Token(Kind.SPECIAL, "@here", "here")]),
    ("`<!channel>`", [wrapped(Kind.CODE, EVERYBODY)]),
    ("<@U0ADALOVE1>", [Token(Kind.USER, "@U0ADALOVE1", "U0ADALOVE1")]),
    ("<@U0ADALOVE1|ada>", [Token(Kind.USER, "ada", "U0ADALOVE1")]),
    ("<#C0KMSALERT|x>", [Token(Kind.CHANNEL, "x", "C0KMSALERT")]),
    ("<!subteam^S1|@kms>", [Token(Kind.SUBTEAM, "@kms", "S1")]),
    ("<!date^0^{date}|then>", [Token(Kind.DATE, "then", "0^{date}")]),
    ("<https://a.b>", [Token(Kind.LINK, "https://a.b", "https://a.b")]),
    ("<https://a.b|c>", [Token(Kind.LINK, "c", "https://a.b")]),
    ("<https://a.b/*|*c*>", [Token(Kind.LINK, "*c*", "https://a.b/*")]),
    ("<https://a/?b&amp;c|d>", [Token(Kind.LINK, "d", "https://a/?b&c")]),
    ("<anything>", [Token(Kind.LINK, "anything", "anything")]),
    ("<>", [text("<>")]),
    ("a < b > c", [text("a "), Token(Kind.LINK, " b ", " b "), text(" c")]),
    ("a < b", [text("a < b")]),
    ("*a <@U1> b*", [wrapped(
        Kind.BOLD, text("a "), Token(Kind.USER, "@U1", "U1"), text(" b"),
    )]),
    ("&lt;!channel&gt;", [text("<!channel>")]),
    ("&amp;lt;b&amp;gt;", [text("&lt;b&gt;")]),
    ("&lt;@U1&gt; *b*", [text("<@U1> "), bold("b")]),
    ("&copy; & &amp;", [text("&copy; & &")]),
    (":red_circle: x", [Token(Kind.EMOJI, "🔴", "red_circle"), text(" x")]),
    ("arn:aws:kms:eu-west-1", [text("arn:aws:kms:eu-west-1")]),
    ("&gt; said", [wrapped(Kind.QUOTE, text("said"))]),
    ("a\n> *b*", [text("a\n"), wrapped(Kind.QUOTE, bold("b"))]),
    ("a &gt; b", [text("a > b")]),
    ("*&gt; b*", [bold("> b")]),
    ("https://a.b @channel #x", [text("https://a.b @channel #x")]),
]  # fmt: skip

LOOSE: list[tuple[str, list[Token]]] = [
    ("to https://a.b/c now", [
        text("to "), Token(Kind.LINK, "https://a.b/c", "https://a.b/c"), text(" now"),
    ]),
    ("hey @channel", [text("hey "), EVERYBODY]),
    ("me@here.org", [text("me@here.org")]),
    ("in #general", [text("in "), Token(Kind.CHANNEL, "#general", "general")]),
    ("&#39;", [text("&#39;")]),
    ("`@channel https://a.b`", [code("@channel https://a.b")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "tokens"), ROWS)
def test_mrkdwn_is_read_as_slack_reads_it(source: str, tokens: list[Token]) -> None:
    assert parse_mrkdwn(source) == tokens


@pytest.mark.parametrize(("source", "tokens"), LOOSE)
def test_without_verbatim_bare_names_become_markup(
    source: str, tokens: list[Token]
) -> None:
    assert parse_mrkdwn(source, verbatim=False) == tokens


def test_plain_text_knows_emoji_alone() -> None:
    source = ":key: *b* <!channel> &lt;"

    assert parse_plain_text(source) == [
        Token(Kind.EMOJI, "🔑", "key"),
        text(" *b* <!channel> &lt;"),
    ]
    assert parse_plain_text(source, emoji=False) == [text(source)]
