"""A report names some keys, counts the rest, and no name in it is markup."""

from dataclasses import replace

import pytest

from chalice_app.views.inventory_report import About, Listed, message, notice
from infra.sandbox.slack.block_checks import read_message_blocks
from tests.shapes import KEY
from tests.spoken import WORDS

LISTED = Listed(
    about=About.DISABLED, place=KEY, names=("alias/a", "alias/b"), count=2, total=9
)
LONG = tuple(f"alias/{'<!channel>`' * 30}{number}" for number in range(20))


@pytest.mark.parametrize("about", list(About))
def test_it_counts_and_names(about: About) -> None:
    listed = replace(LISTED, about=about, count=300)

    subject, body = notice(listed, WORDS)

    for said in (str(message(listed, WORDS)), body):
        assert "and 298 more" in said
        assert "of 9 in account 111122223333, Region eu-west-1" in said
    assert subject.endswith(": 300")
    assert "https://eu-west-1.console.aws.amazon.com/kms/home" in body
    assert "*" not in body


def test_all_that_are_named_are_all() -> None:
    blocks = read_message_blocks(message(LISTED, WORDS)["blocks"])

    assert blocks[2]["text"] == {
        "type": "mrkdwn",
        "text": "`alias/a`, `alias/b`",
        "verbatim": True,
    }


def test_names_of_strangers_are_no_markup_and_fit() -> None:
    drawn = message(replace(LISTED, names=LONG, count=20), WORDS)

    assert "<!channel>" not in str(drawn)
    assert read_message_blocks(drawn["blocks"])
