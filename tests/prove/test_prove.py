"""A few histories with every test run; `make prove` takes ten thousand."""

import shutil
from pathlib import Path

import pytest

from tests.prove.mutant import Mutant
from tests.prove.mutants import MUTANTS
from tests.prove.run import Share, histories

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", range(4))
def test_every_history_ends_as_promised(seed: int) -> None:
    seen, broken = histories(Share(number=40, seed=seed))

    assert broken is None
    assert seen["histories"] >= 40


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda it: it.mistake)
def test_a_kept_mistake_still_has_its_place(mutant: Mutant, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "chalice_app", tmp_path / "chalice_app")

    mutant.apply(tmp_path)

    changed = (tmp_path / "chalice_app" / mutant.file).read_text(encoding="utf-8")
    assert mutant.wrong in changed
