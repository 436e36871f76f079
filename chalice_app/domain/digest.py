"""A digest: one message that stands for the many cases of a storm."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from chalice_app.domain.case import Case
from chalice_app.domain.case_parts import Place
from chalice_app.domain.phase import phase_of, remedies_for
from chalice_app.domain.phase_table import Phase

PAGE = 80  # keys in one page of the thread
# What one worker can still read at once; the keys after these begin a storm anew.
FULL = 5_000

# Who can still be saved comes first, then what is lost, then what is no danger.
_DANGER: Mapping[Phase, int] = MappingProxyType(
    {
        phase: rank
        for rank, phase in enumerate(
            (
                Phase.SCHEDULED,
                Phase.WAITING_FOR_REPLICAS,
                Phase.MATERIAL_GONE,
                Phase.KEY_STORE_DISCONNECTED,
                Phase.DISABLED,
                Phase.CANCELLED,
                Phase.DELETED,
                Phase.KEY_STORE_DELETED,
                Phase.UNREADABLE,
                Phase.REFUSED,
                Phase.RESOLVED,
            )
        )
    }
)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A case of a storm, as its digest tells of it at this version."""

    case_id: str
    version: int
    key: str
    name: str  # its first alias, else its id; empty where the event names no key
    account: str | None
    region: str | None
    phase: Phase
    due: datetime | None
    actor: str | None
    at: datetime
    can_be_saved: bool = False

    @property
    def label(self) -> str:
        """Name the case for people."""
        return f"RP-{self.case_id.upper()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in the thread; `of` is the mark of what Slack has there."""

    place: Place | None
    of: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What Slack has of a storm; only the one consumer writes it."""

    id: str
    began_at: datetime  # the table's, in whole seconds
    window: str = ""  # which counts the storm's cases
    place: Place | None = None
    of: str = ""  # the mark of what the top message shows
    at: datetime | None = None  # when it was drawn last
    times: int = 0  # how often it was rewritten
    seen: str = ""  # the mark of what the consumer met last
    seen_at: datetime | None = None  # when it first met that
    called_at: datetime | None = None  # the last call to Slack
    pages: tuple[Page, ...] = ()

    @property
    def label(self) -> str:
        """Name the digest for people."""
        return f"RP-{self.id.upper()}"


def member_of(case: Case) -> Member:
    """Say of a case what its digest tells."""
    reading, told = case.reading, case.trouble or case.opener
    aliases = (reading.aliases if reading else None) or ()
    known = reading.deletion_date if reading else None
    return Member(
        case_id=case.id,
        version=case.version,
        key=case.subject.name,
        name=aliases[0] if aliases else case.subject.id,
        account=case.subject.account,
        region=case.subject.region,
        phase=phase_of(case),
        due=known or (case.trouble.deletion_date if case.trouble else None),
        actor=told.actor.name if told and told.actor else None,
        at=told.occurred_at if told else case.began_at,
        can_be_saved=bool(remedies_for(case)),
    )


def by_danger(members: Iterable[Member]) -> tuple[Member, ...]:
    """Order members, the most endangered first."""
    return tuple(sorted(members, key=_danger))


def paged(members: Sequence[Member]) -> tuple[tuple[Member, ...], ...]:
    """Cut ordered members into the pages of the thread."""
    return tuple(tuple(members[at : at + PAGE]) for at in range(0, len(members), PAGE))


def mark_of(members: Iterable[Member]) -> str:
    """Make a mark that changes with every version and with their order."""
    told = ",".join(f"{it.case_id}:{it.version}" for it in members)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _danger(member: Member) -> tuple[int, datetime, datetime, str]:
    dies = member.phase in {Phase.SCHEDULED, Phase.WAITING_FOR_REPLICAS}
    due = (member.due if dies else None) or _NEVER
    return _DANGER[member.phase], due, member.at, member.case_id
