"""A row of the fault matrix: a fault, its test, and the handling that it needs."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`right` is the handling in a file of chalice_app; `wrong` is its removal."""

    fault: str
    test: str
    file: str
    right: str
    wrong: str

    def remove_handling(self, root: Path) -> None:
        path = root / "chalice_app" / self.file
        text = path.read_text(encoding="utf-8")
        if text.count(self.right) != 1:
            raise ValueError(f"{self.file} has not once: {self.right!r}")
        path.write_text(text.replace(self.right, self.wrong), encoding="utf-8")
