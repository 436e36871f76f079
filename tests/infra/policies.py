"""The policy files of the Lambdas, as data."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / ".chalice"
FILES = {path.stem: path for path in FOLDER.glob("policy-*.json")}
POLICIES: dict[str, Any] = {
    name.removeprefix("policy-"): json.loads(path.read_text(encoding="utf-8"))
    for name, path in FILES.items()
}
SAVE = {"kms:CancelKeyDeletion", "kms:EnableKey"}


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def statements(name: str, effect: str) -> Iterator[Any]:
    return (each for each in POLICIES[name]["Statement"] if each["Effect"] == effect)


def actions(name: str, effect: str) -> set[str]:
    return {one for each in statements(name, effect) for one in listed(each["Action"])}
