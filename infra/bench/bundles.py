"""The bundle as Lambda unpacks it, as Chalice made it and with bytecode."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.bundle_imports import link_runtime
from infra.bytecode import add_bytecode

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
        archives = {SOURCE: folder / "source.zip", BYTECODE: folder / "bytecode.zip"}
        for copy in archives.values():
            copy.write_bytes(archive.read_bytes())
        add_bytecode(archives[BYTECODE])
        (folder / "runtime").mkdir()
        link_runtime(folder / "runtime")
        yield Bundles(
            runtime=folder / "runtime",
            forms={form: _unzip(made) for form, made in archives.items()},
            sizes={form: made.stat().st_size for form, made in archives.items()},
        )


def _unzip(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as bundle:
        bundle.extractall(archive.with_suffix(""))
    return archive.with_suffix("")
