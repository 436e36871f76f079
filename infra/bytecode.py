"""Bytecode: none where Chalice looks for what to pack, all of it in the bundle."""

import compileall
import shutil
import zipfile
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory

import click

# Chalice's own entries have this time and these rights, too. Lambda's user is not the
# owner of what it unpacks, so that others must be able to read.
_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


class NotCompiledError(click.ClickException):
    """A file of the bundle is no Python that this interpreter can read."""


def remove_bytecode(package: Path) -> None:
    """Delete every `__pycache__` under a package that is about to be packed."""
    for folder in package.rglob("__pycache__"):
        shutil.rmtree(folder, ignore_errors=True)


def add_bytecode(archive: Path) -> None:
    """Compile every module of a bundle, for the Python that runs this.

    Lambda unpacks to a file system that nobody may write to, so that without it each
    cold start compiles anew. Unchecked: the times of unpacked files mean nothing.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(archive) as bundle:
            bundle.extractall(folder)
        if not compileall.compile_dir(
            folder,
            maxlevels=50,
            quiet=2,
            stripdir=folder,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        ):
            raise NotCompiledError(f"A module in {archive.name} does not compile.")
        _pack(folder, archive)


def _pack(folder: Path, archive: Path) -> None:
    """Pack in the order of names, so that the same files make the same archive."""
    made = archive.with_suffix(".part")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        for file in sorted(it for it in folder.rglob("*") if it.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _TIME)
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, file.read_bytes())
    made.replace(archive)
