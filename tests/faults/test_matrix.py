"""The page of faults, its tests and the handling in the code go together."""

import ast
import shutil
from pathlib import Path

import pytest

from tests.faults.matrix import MATRIX
from tests.faults.row import Row

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
LEAST = 24

each_row = pytest.mark.parametrize("row", MATRIX, ids=lambda it: it.fault)


def test_the_page_has_these_rows_in_this_order() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ")][1:]

    assert [row.split(" | ")[0] for row in rows] == [f"| {it.fault}" for it in MATRIX]
    for line, row in zip(rows, MATRIX, strict=True):
        file, _, name = row.test.partition("::")
        assert line.endswith(f"| `{name}` in `{file}` |")
    assert len(MATRIX) >= LEAST


@each_row
def test_its_test_is_there(row: Row) -> None:
    file, _, name = row.test.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert name in {it.name for it in tree.body if isinstance(it, ast.FunctionDef)}


@each_row
def test_its_handling_is_still_where_it_was(row: Row, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "chalice_app", tmp_path / "chalice_app")

    row.remove_handling(tmp_path)

    changed = (tmp_path / "chalice_app" / row.file).read_text(encoding="utf-8")
    assert row.wrong in changed
