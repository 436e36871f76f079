"""The files of the house, and what each of them imports."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
OURS = ("chalice_app", "infra", "tests")
LIBRARY = frozenset(sys.stdlib_module_names)


@dataclass(frozen=True, slots=True)
class File:
    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.name)

    def imports(self) -> set[str]:
        """Name all that is imported anywhere in the file, types alone too."""
        return {name for node in ast.walk(self.tree) for name in _imported(node)}

    def names(self) -> set[str]:
        """Write every dotted name that is used, as it stands in the code."""
        found = (it for it in ast.walk(self.tree) if isinstance(it, ast.Attribute))
        return {ast.unparse(it) for it in found}


def files(*folders: str) -> list[File]:
    found = [path for it in folders for path in sorted((ROOT / it).rglob("*.py"))]
    return [File(path) for path in found]


def within(name: str, packages: frozenset[str]) -> bool:
    """Tell if a module is one of these packages, or lies in one."""
    return any(name == it or name.startswith(f"{it}.") for it in packages)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (it.name for it in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        yield from _parts(node.module or "", [it.name for it in node.names])


def _parts(module: str, names: list[str]) -> Iterator[str]:
    """Read `from package import module` as what it is, in packages of ours."""
    if (ROOT / module.replace(".", "/")).is_dir():
        yield from (f"{module}.{name}" for name in names)
    else:
        yield module
