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
def named() -> frozenset[str]:
    """Give each key in the code; a star is what is filled in."""
    sources = [*(ROOT / "infra").rglob("*.py"), *(ROOT / "chalice_app").glob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources]
    found = {shape(node) for tree in trees for node in ast.walk(tree)}
    return frozenset(it for it in found if is_key(it))


def is_key(text: str) -> bool:
    """Tell a key from other text, and from the fixed part of a family."""
    head, _, rest = text.partition(".")
    return head in HEADS and bool(rest) and " " not in text and text[-1] != "."


def fits(key: str, name: str) -> bool:
    head, star, tail = name.partition("*")
    return key == name or (bool(star) and key.startswith(head) and key.endswith(tail))


def test_every_word_is_asked_for() -> None:
    assert [key for key in KEYS if not any(fits(key, it) for it in named())] == []


def test_every_word_that_is_asked_for_is_there() -> None:
    plain = {it for it in named() if "*" not in it and not it.endswith(".toml")}
    assert [it for it in sorted(plain) if it not in KEYS] == []
