"""What is wrong with Reprieve itself keeps to Slack's limits, and has its words."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chalice_app.domain.watcher.outage import Outage, Trouble
from chalice_app.views import outage_message as view
from tests.fakes.places import NOON
from tests.spoken import WORDS

ROOT = Path(__file__).parents[2] / "chalice_app"
# The sweep leaves the first out, and does not look at its own schedule.
NOT_TOLD = {"channel_scope", "sweep_disabled", "sweep_unscheduled"}
TROUBLE = Trouble(
    id="1", check="trail", name="trail_stopped", values={"trail": "t"}, since=NOON
)


def raised() -> Iterator[str]:
    """Name what the checks call wrong, or not checked."""
    for room in ("adapters", "domain"):
        for path in sorted((ROOT / room / "watcher").glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _says_wrong(node):
                    yield from _texts(node.args[0])


def _says_wrong(call: ast.Call) -> bool:
    return ast.unparse(call.func) in {"wrong", "fatal", "unchecked"}


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)


@pytest.mark.parametrize("name", sorted({*raised()} - NOT_TOLD))
def test_whatever_a_check_raises_has_its_words(name: str) -> None:
    assert WORDS.knows(f"finding.{name}")


def outage(count: int, **values: str) -> Outage:
    troubles = [
        replace(TROUBLE, id=str(number), values={"trail": f"{number}", **values})
        for number in range(count)
    ]
    return Outage(id="watch-1", began_at=NOON, troubles=tuple(troubles))


def test_however_much_is_wrong_it_fits_into_a_message() -> None:
    told = view.outage_message(outage(60, trail="<!channel> " * 200), WORDS, "dev")

    blocks = told["blocks"]
    assert isinstance(blocks, list)
    assert len(blocks) <= 50
    texts = [it["text"] for it in blocks if "text" in it]
    assert all(len(it["text"]) <= 3000 for it in texts)
    assert sum(len(it["text"]) for it in texts) < 12_000
    assert WORDS.say("watch.more", count=40) in [it["text"] for it in texts]


def test_outside_text_is_no_markup() -> None:
    told = view.outage_message(outage(1, trail="<!channel>"), WORDS, "dev")

    marked = [it for it in _objects(told["blocks"]) if it["type"] == "mrkdwn"]
    assert "<!channel>" not in repr(marked)
    assert "<!channel>" not in view.lines(outage(1, trail="<!channel>").open, WORDS)


def _objects(blocks: object) -> Iterator[dict[str, str]]:
    assert isinstance(blocks, list)
    for block in blocks:
        yield from [block["text"]] if "text" in block else block["elements"]


def test_a_subject_is_what_sns_takes() -> None:
    for subject, body in (
        view.notice(outage(2), WORDS, "dev"),
        view.farewell(outage(2), WORDS),
    ):
        assert subject.isascii()
        assert len(subject) < 100
        assert "trail: The trail 1 does not log." in body
