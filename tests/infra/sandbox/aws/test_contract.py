"""The names of the emulator that the layer touches, and that it says so."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.sandbox.aws.contract import EmulatorChangedError, Names, missing, require
from infra.sandbox.aws.emulator_names import NAMES

PACKAGE = Path(__file__).parents[4] / "infra" / "sandbox" / "aws"
LISTED = [
    (module, name, remedy)
    for module, groups in NAMES.items()
    for group, remedy in groups.items()
    for name in group
]


@pytest.mark.parametrize(
    ("module", "name", "remedy"), LISTED, ids=[f"{m}.{n}" for m, n, _ in LISTED]
)
def test_the_installed_emulator_has_the_name(
    module: str, name: str, remedy: str
) -> None:
    emulator = importlib.import_module(f"ministack.{module}")
    assert hasattr(emulator, name), remedy


def test_a_name_that_is_gone_stops_the_server_with_what_to_do() -> None:
    names: Names = {"services.kms": {("_gone",): "find where it went."}}

    assert missing(names) == [
        "ministack.services.kms._gone is gone: find where it went."
    ]
    with pytest.raises(EmulatorChangedError, match="This is not ministack"):
        require(names)


def test_every_name_that_the_layer_touches_is_listed_and_no_other() -> None:
    touched = {pair for file in PACKAGE.glob("*.py") for pair in _touched(file)}
    assert touched == {(module, name) for module, name, _ in LISTED}


def _touched(file: Path) -> set[tuple[str, str]]:
    """Give every name of the emulator that is private, or that is replaced."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = dict(_imported(tree))
    names = {(m, n) for n, m in imported.items() if n.startswith("_")}
    modules = {name: f"{module}.{name}" for name, module in imported.items()}
    return {(_short(m), n) for m, n in names | set(_attributes(tree, modules))}


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(
            "ministack"
        ):
            yield from ((alias.name, str(node.module)) for alias in node.names)


def _attributes(tree: ast.Module, modules: dict[str, str]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            touched = isinstance(node.ctx, ast.Store) or node.attr.startswith("_")
            if touched and node.value.id in modules:
                yield modules[node.value.id], node.attr


def _short(module: str) -> str:
    return module.removeprefix("ministack.")
