"""What the sweep has seen of Reprieve itself is kept as it was seen, by one sweep."""

import pytest

from chalice_app.adapters.outage_table import OutageTable
from chalice_app.adapters.table import Table
from chalice_app.domain.watcher.finding import unchecked, wrong
from chalice_app.domain.watcher.looking import looked
from chalice_app.domain.watcher.outage import Looked, Watch
from chalice_app.errors import TryAgainError
from tests.fakes.places import NOON
from tests.shapes import PLACE

SEEN = [
    Looked(check="rules", findings=(wrong("rule_disabled", rule="r"),)),
    Looked(check="trail", findings=(unchecked("aws_silent", why="slow"),)),
]


def test_it_is_read_as_it_was_kept(table: Table) -> None:
    outages, found = OutageTable(table), looked(Watch(), SEEN, NOON)
    outages.keep(outages.watch(), found)

    assert outages.watch() == found
    assert found.outage
    assert found.doubts.keys() == {"trail: aws_silent: "}


def test_of_two_sweeps_at_once_the_second_tries_again(table: Table) -> None:
    outages = OutageTable(table)
    outages.keep(Watch(), looked(Watch(), SEEN, NOON))

    with pytest.raises(TryAgainError):
        outages.keep(Watch(), Watch(doubts={"x": "y"}))


def test_a_message_that_is_gone_can_be_posted_anew(table: Table) -> None:
    outages, found = OutageTable(table), looked(Watch(), SEEN, NOON).outage
    assert found
    outages.begin(found)
    outages.begin(found)
    outages.claim_post(found.id)
    outages.placed(found.id, PLACE)
    assert outages.place(found.id) == PLACE

    outages.misplaced(found.id, PLACE)

    assert outages.place(found.id) is None
    assert not outages.claim_post(found.id).look_first
