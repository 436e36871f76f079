"""Bytecode joins a bundle so that it is used, and so that a build can be repeated."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra.bytecode import NotCompiledError, add_bytecode

FILES = {"app.py": "VALUE = 1\n", "room/__init__.py": "", "room/words.toml": "a = 1\n"}


def archive(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    made = folder / "bundle.zip"
    with zipfile.ZipFile(made, "w") as bundle:
        for name, text in files.items():
            bundle.writestr(name, text)
    return made


def test_every_module_has_bytecode_and_nothing_is_lost(tmp_path: Path) -> None:
    made = archive(tmp_path / "one", FILES)

    add_bytecode(made)

    names = zipfile.ZipFile(made).namelist()
    tag = sys.implementation.cache_tag
    compiled = {f"__pycache__/app.{tag}.pyc", f"room/__pycache__/__init__.{tag}.pyc"}
    assert set(names) == {*FILES, *compiled}


def test_lambda_takes_the_bytecode_without_a_look_at_the_source(tmp_path: Path) -> None:
    made = archive(tmp_path / "one", FILES)
    add_bytecode(made)
    zipfile.ZipFile(made).extractall(tmp_path)
    (tmp_path / "app.py").write_text("VALUE = 2\n")

    told = subprocess.run(
        [sys.executable, "-B", "-c", "import app; print(app.VALUE)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout == "1\n"


def test_two_builds_of_the_same_sources_are_the_same(tmp_path: Path) -> None:
    one = archive(tmp_path / "one", FILES)
    other = archive(tmp_path / "other", dict(reversed(FILES.items())))

    for made in (one, other, other):
        add_bytecode(made)

    assert one.read_bytes() == other.read_bytes()


def test_whoever_runs_the_function_may_read_its_files(tmp_path: Path) -> None:
    made = archive(tmp_path / "one", FILES)

    add_bytecode(made)

    rights = {it.external_attr >> 16 for it in zipfile.ZipFile(made).infolist()}
    assert rights == {0o644}


def test_a_module_that_does_not_compile_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(NotCompiledError):
        add_bytecode(archive(tmp_path / "one", {"app.py": "def"}))
