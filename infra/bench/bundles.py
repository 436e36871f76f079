"""The bundle as Lambda unpacks it, as Chalice alone makes it and with bytecode."""

import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.bundle_imports import link_runtime

DOORS = Path(__file__).with_name("doors")
SOURCE, BYTECODE = "source", "bytecode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundles:
    runtime: Path
    forms: Mapping[str, Path]
    sizes: Mapping[str, int]

    def path(self, form: str) -> Sequence[Path]:
        """Say where a function's modules lie; those to compare with come first."""
        return (DOORS, self.forms[form], self.runtime)


@contextmanager
def unpacked(archive: Path) -> Iterator[Bundles]:
    with TemporaryDirectory(prefix="reprieve-bench-") as name:
        folder = Path(name)
        source = folder / "source.zip"
        _without_bytecode(archive, source)
        archives = {SOURCE: source, BYTECODE: folder / "bytecode.zip"}
        shutil.copy(archive, archives[BYTECODE])
        (folder / "runtime").mkdir()
        link_runtime(folder / "runtime")
        yield Bundles(
            runtime=folder / "runtime",
            forms={form: _unzip(made) for form, made in archives.items()},
            sizes={form: made.stat().st_size for form, made in archives.items()},
        )


def _without_bytecode(archive: Path, target: Path) -> None:
    """Leave what Chalice alone would have packed."""
    with (
        zipfile.ZipFile(archive) as given,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as left,
    ):
        for name in given.namelist():
            if not name.endswith(".pyc"):
                left.writestr(name, given.read(name))


def _unzip(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as bundle:
        bundle.extractall(archive.with_suffix(""))
    return archive.with_suffix("")
