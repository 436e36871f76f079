"""Every finding has its words, a test that produces it, and a place in the docs."""

import ast
import re
from pathlib import Path

import pytest

from chalice_app.domain.watcher import finding
from chalice_app.views.words import words_in
from infra.operator.wording import words

ROOT = Path(__file__).parents[4]
CODE = ROOT / "infra" / "operator" / "doctor"
DOCS = ROOT / "docs" / "troubleshooting.md"
WATCHER = [ROOT / "chalice_app" / it / "watcher" for it in ("adapters", "domain")]
# What the sweep says, too, stands with the words of the Lambdas.
SENTENCES = {
    key.removeprefix("doctor."): sentence
    for key, sentence in words().sentences.items()
    if key.startswith("doctor.")
} | {
    f"{key.removeprefix('finding.')}.seen": sentence
    for key, sentence in words_in("en").sentences.items()
    if key.startswith("finding.")
}
TABLES = {key.partition(".")[0] for key in SENTENCES if "." in key}
WITH_REMEDY = {it for it in TABLES if f"{it}.remedy" in SENTENCES}
COMMANDS = ("aws ", "make ", ".venv/bin/python ", "/invite ")
LOOSE = re.compile(r"!|\bplease\b|\bjust\b|\bsimply\b|\bsorry\b|\u2014", re.IGNORECASE)


def trees_in(*folders: Path) -> list[ast.Module]:
    files = [path for folder in folders for path in folder.rglob("*.py")]
    return [ast.parse(path.read_text("utf-8")) for path in files]


def texts(*folders: Path) -> set[str]:
    trees = trees_in(*folders)
    nodes = [node for tree in trees for node in ast.walk(tree)]
    found = [it.value for it in nodes if isinstance(it, ast.Constant)]
    return {it for it in found if isinstance(it, str)}


def said_right() -> set[str]:
    """Name what the code calls right: the first argument of each `ok`."""
    trees = trees_in(CODE, *WATCHER)
    calls = [it for tree in trees for it in ast.walk(tree) if isinstance(it, ast.Call)]
    named = [it for it in calls if ast.unparse(it.func) == finding.ok.__name__]
    return {it.args[0].value for it in named if isinstance(it.args[0], ast.Constant)}


def test_every_table_of_the_words_is_a_finding_of_the_code() -> None:
    assert TABLES - texts(CODE, *WATCHER) == set()


def test_only_what_is_right_has_no_remedy() -> None:
    by_variable = {"news_open", "notices_open"}
    assert {*said_right(), *by_variable, "blocked"} == TABLES - WITH_REMEDY


def test_every_finding_is_produced_by_a_test() -> None:
    assert TABLES - texts(Path(__file__).parent) - {"blocked"} == set()


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_is_plain_and_ends(key: str) -> None:
    text = SENTENCES[key]
    last = text.rpartition(": ")[2]
    assert not LOOSE.search(text)
    assert text.endswith((".", "}")) or last.startswith(COMMANDS)
    assert text[0].isupper() or text.startswith(("{", "#{", "aws ", "alerts"))


def shown(sentence: str) -> str:
    """Write a sentence as the docs do: what is filled in stands in capitals."""
    return re.sub(
        r"\{(\w+)\}", lambda it: it[1].upper(), sentence.replace("{{}}", "{}")
    )


@pytest.mark.parametrize("name", sorted(WITH_REMEDY))
def test_the_docs_have_the_finding_its_cause_and_its_remedy(name: str) -> None:
    page = DOCS.read_text("utf-8")
    head = f"### {name}\n"
    assert page.count(head) == 1
    part = page.partition(head)[2].partition("\n#")[0]

    said, cause, remedy = part.strip().split("\n\n")

    assert said == f"> {shown(SENTENCES[f'{name}.seen'])}"
    assert cause.startswith("Cause: ")
    assert remedy == f"Remedy: {shown(SENTENCES[f'{name}.remedy'])}"


def test_the_docs_have_no_other_finding() -> None:
    heads = re.findall(r"^### (\w+)$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert sorted(heads) == sorted(WITH_REMEDY)
