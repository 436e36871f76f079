"""One mistake that somebody could make, and how it is made."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One mistake: in a file of chalice_app, the right text and the wrong one."""

    mistake: str
    file: str
    right: str
    wrong: str

    def apply(self, root: Path) -> None:
        path = root / "chalice_app" / self.file
        text = path.read_text(encoding="utf-8")
        if text.count(self.right) != 1:
            raise ValueError(f"{self.file} has not once: {self.right!r}")
        path.write_text(text.replace(self.right, self.wrong), encoding="utf-8")
