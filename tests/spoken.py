"""Which words the code asks for, found in its syntax: by name, or by a family."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from chalice_app.views.words import Words, words_in

ROOT = Path(__file__).parents[1]
WORDS = words_in("en")
_NO_KEYS = {"kms.amazonaws.com"}
_HEADS = {key.partition(".")[0] for key in WORDS.sentences}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One call of `say`: a star is what is filled in; no key: a variable names it."""

    key: str | None
    values: frozenset[str]
    open: bool  # `**` gives more values


def trees() -> Iterator[ast.Module]:
    for path in sorted((ROOT / "chalice_app").rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def keys_named() -> set[str]:
    """Give every text in the code that has the form of a key of the words."""
    shaped = (_shape(node) for tree in trees() for node in ast.walk(tree))
    return {text for text in shaped if text and _is_key(text)}


def calls() -> Iterator[Spoken]:
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _is_say(node):
                yield from _spoken(node)


def placeholders(words: Words, key: str) -> frozenset[str]:
    found = Formatter().parse(words.sentences[key])
    return frozenset(name for _, name, _, _ in found if name is not None)


def _spoken(call: ast.Call) -> Iterator[Spoken]:
    names = [it.arg for it in call.keywords]
    first = call.args[0]
    choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    for choice in choices:
        given = frozenset(name for name in names if name)
        yield Spoken(_shape(choice), given, None in names)


def _is_say(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "say"


def _is_key(text: str) -> bool:
    """Tell a key from other text, and from the fixed part of a family."""
    head, dot, rest = text.partition(".")
    part = " " in text or text.endswith((".", "_"))
    return head in _HEADS and bool(dot and rest) and not part and text not in _NO_KEYS


def _shape(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_shape(part) or "*" for part in node.values)
    return None
