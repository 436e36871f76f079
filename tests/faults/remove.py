"""make prove-faults: without its handling, the test of every fault must fail."""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from tests.faults.matrix import MATRIX
from tests.faults.row import Row

ROOT = Path(__file__).parents[2]
PARTS = ("chalice_app", "infra", "tests", ".chalice")
FAILED = 1  # pytest: tests ran, and some failed


def fails_without(row: Row) -> bool:
    """Run a row's test in a copy without the handling."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in PARTS:
            skipped = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, copy / part, ignore=skipped)
        shutil.copy(ROOT / "pyproject.toml", copy)
        row.remove_handling(copy)
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "0", row.test],
            cwd=copy,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
        )
    return ran.returncode == FAILED


@click.command()
@click.option("--only", default="", help="Take the faults whose name has this in it.")
def main(only: str) -> None:
    """Take away the handling of each fault, and see its test fail."""
    rows = [it for it in MATRIX if only in it.fault]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(zip(rows, pool.map(fails_without, rows), strict=True))
    for row, failed in results:
        click.echo(f"{'fails' if failed else 'PASSES'}  {row.fault}  {row.test}")
    if not all(failed for _, failed in results):
        sys.exit("A test that passes without the handling proves nothing.")


if __name__ == "__main__":
    main()
