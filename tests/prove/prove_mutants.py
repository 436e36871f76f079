"""make prove-mutants: every kept mistake must yield a history that breaks a promise."""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from tests.prove.mutant import Mutant
from tests.prove.mutants import MUTANTS

ROOT = Path(__file__).parents[2]
PARTS = ("chalice_app", "infra", "tests")


def story_of(mutant: Mutant) -> str | None:
    """Run histories over a copy with the mistake; None if it was not found."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in PARTS:
            skipped = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, copy / part, ignore=skipped)
        mutant.apply(copy)
        ran = subprocess.run(
            [sys.executable, "-m", "tests.prove.shortest"],
            cwd=copy,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    broken = ran.returncode == 1 and "Broken: " in ran.stdout
    return ran.stdout if broken else None


@click.command()
@click.option("--only", help="Take the mistakes whose name has this in it.")
def main(only: str | None) -> None:
    """Apply each mistake to a copy, and tell the history that shows it."""
    taken = [it for it in MUTANTS if only is None or only in it.mistake]
    alive = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        stories = pool.map(story_of, taken)
        for mutant, story in zip(taken, stories, strict=True):
            click.echo(f"\n=== {mutant.mistake} ({mutant.file})\n")
            click.echo(story or "No history shows it.")
            alive += [] if story else [mutant.mistake]
    click.echo(f"{len(taken) - len(alive)} of {len(taken)} mistakes were found.")
    if alive:
        click.echo(f"Not found: {', '.join(alive)}.")
        sys.exit(1)


if __name__ == "__main__":
    main()
