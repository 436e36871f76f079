"""The operator's words are those that the commands ask for, and no others."""

import ast
from functools import cache
from pathlib import Path

from infra.operator.wording import words

ROOT = Path(__file__).parents[3]
KEYS = words().sentences.keys()
HEADS = {key.partition(".")[0] for key in KEYS}


def shape(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(shape(part) or "*" for part in node.values)
    return ""


@cache
def named() -> set[str]:
    """Give each key in the code; a star is what is filled in."""
    sources = [*(ROOT / "infra").rglob("*.py"), *(ROOT / "chalice_app").glob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources]
    found = {shape(node) for tree in trees for node in ast.walk(tree)}
    return {
        it
        for it in found
        if it.partition(".")[0] in HEADS and it.partition(".")[2] and " " not in it
    }


def fits(key: str, name: str) -> bool:
    head, star, tail = name.partition("*")
    return key == name or (bool(star) and key.startswith(head) and key.endswith(tail))


def test_every_word_is_asked_for() -> None:
    assert [key for key in KEYS if not any(fits(key, it) for it in named())] == []


def test_every_word_that_is_asked_for_is_there() -> None:
    plain = {it for it in named() if "*" not in it and not it.endswith(".toml")}
    assert [it for it in sorted(plain) if it not in KEYS] == []
