"""A review of many keys to draw, with some left out."""

from datetime import timedelta

from chalice_app.domain.digest import Member
from chalice_app.domain.phase import Phase
from chalice_app.domain.review import PER_PAGE, Review
from chalice_app.views.review_modal import Sheet
from tests.fakes.places import NOON

COUNT = PER_PAGE + 5
IDS = tuple(f"{number:010x}" for number in range(COUNT))
REVIEW = Review(
    id="4c1f2a90-1111-4222-8333-123456789abc", digest="0a1b2c3d4e", cases=IDS
)


def member(number: int, phase: Phase = Phase.SCHEDULED) -> Member:
    return Member(
        case_id=IDS[number],
        version=1,
        key=f"key/{number}",
        name=f"alias/prod/service-{number}",
        account="111122223333",
        region="eu-west-1",
        phase=phase,
        due=NOON + timedelta(days=7, minutes=number),
        actor="alice",
        at=NOON,
        can_be_saved=True,
    )


MEMBERS = [member(number) for number in range(COUNT)]


def sheet(page: int = 1, left_out: frozenset[str] = frozenset()) -> Sheet:
    return Sheet(review=REVIEW, members=MEMBERS, left_out=left_out, page=page)
