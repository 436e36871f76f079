"""A review: the keys of a digest, page by page, from which a responder chooses."""

from collections.abc import Iterable
from dataclasses import dataclass

from chalice_app.domain.digest import Member, by_danger
from chalice_app.domain.remedy import Remedy

# Slack takes 10 options in a group of checkboxes.
PER_GROUP = 10
PER_PAGE = 2 * PER_GROUP
# What is left out travels in the modal, which holds 3,000 characters of ours.
LEFT_OUT_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The keys that were in need when somebody asked, the most endangered first."""

    id: str  # of the press that asked
    digest: str
    cases: tuple[str, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.cases) // PER_PAGE))

    def page(self, number: int) -> tuple[str, ...]:
        """Give the cases of a page; the first page is 1."""
        return self.cases[before(number) : before(number + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the modal of a review says when one of its buttons is pressed."""

    review: str
    digest: str
    page: int
    listed: int
    left_out: frozenset[str]
    remedy: Remedy
    typed: str
    reason: str
    drawn: str  # Slack's hash of the view as the person saw it
    turns_to: int = 1  # the page that a button asks for

    @property
    def chosen(self) -> int:
        return self.listed - len(self.left_out)

    @property
    def fault(self) -> str | None:
        """Name what is wrong with it, if anything."""
        if len(self.left_out) > LEFT_OUT_MOST:
            return "too_many_left_out"
        if self.chosen < 1:
            return "none_chosen"
        return None if self.typed.strip() == str(self.chosen) else "other_number"


def before(page: int) -> int:
    """Count the keys on earlier pages."""
    return (page - 1) * PER_PAGE


def in_need(members: Iterable[Member]) -> tuple[str, ...]:
    """Name the cases that a remedy can help, the most endangered key first."""
    return tuple(it.case_id for it in by_danger(members) if it.can_be_saved)
