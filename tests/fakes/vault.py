"""A vault whose secrets can be changed: the last one becomes the previous."""

from datetime import UTC, datetime

from chalice_app.adapters.secrets import Version
from chalice_app.errors import TryAgainError


class ChangingVault:
    def __init__(self) -> None:
        self.versions: dict[str, list[Version]] = {}
        self.asked: list[str] = []
        self.down = False

    def change(self, part: str, text: str, at: float = 0) -> None:
        made_at = datetime.fromtimestamp(at, UTC)
        kept = self.versions.setdefault(part, [])
        kept.append(Version(text=text, made_at=made_at))

    def current(self, part: str) -> Version:
        self._ask(f"{part} now")
        return self.versions[part][-1]

    def previous(self, part: str) -> Version | None:
        self._ask(f"{part} before")
        kept = self.versions[part]
        return kept[-2] if len(kept) > 1 else None

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if self.down:
            raise TryAgainError(what)
