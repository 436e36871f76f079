"""Which events Reprieve tells people about, and what kind of news each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalice_app.domain.key_event import KeyEvent


class News(StrEnum):
    SCHEDULED = "scheduled"
    DISABLED = "disabled"
    LOST = "lost"
    REFUSED = "refused"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An event that opens a case, or that matters only while one is open."""

    news: News
    opens: bool


_FOLLOWS = Watched(news=News.FOLLOW, opens=False)
_LOST = Watched(news=News.LOST, opens=True)

WATCHED: Mapping[str, Watched] = {
    "ScheduleKeyDeletion": Watched(news=News.SCHEDULED, opens=True),
    "DisableKey": Watched(news=News.DISABLED, opens=True),
    "CancelKeyDeletion": _FOLLOWS,
    "EnableKey": _FOLLOWS,
    "DeleteKey": _LOST,
    "PutKeyPolicy": _FOLLOWS,
    "DeleteImportedKeyMaterial": _LOST,
    "DeleteExpiredKeyMaterial": _LOST,
    "DisconnectCustomKeyStore": _LOST,
    "DeleteCustomKeyStore": _LOST,
    "DisableKeyRotation": _FOLLOWS,
    "KMS CMK Deletion": _LOST,
    "KMS Imported Key Material Expiration": _LOST,
}


def news_of(event: KeyEvent) -> News | None:
    watched = WATCHED.get(event.name)
    if watched is None:
        return None
    return watched.news if event.succeeded or not watched.opens else News.REFUSED
