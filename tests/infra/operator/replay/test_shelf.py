"""What is read of the event history is kept, for its owner alone, and gone on with."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from infra.operator.replay.reading import Page, Reading
from infra.operator.replay.shelf import Shelf, ShelfError
from tests.fakes.news import record
from tests.fakes.places import NOON

FRESH = Reading(region="eu-west-1", since=NOON)
NEXT = replace(FRESH, name="DisableKey", until=NOON, token="t", pages=1, newest=NOON)
DISABLED, USED = record("DisableKey")["detail"], record("Decrypt")["detail"]
PAGE = Page(records=(DISABLED, USED), times=(NOON, NOON), token="t")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(folder=tmp_path / "kept" / "here")


def refusal(shelf: Shelf, fresh: Reading = FRESH) -> str:
    with pytest.raises(ShelfError) as refused:
        shelf.begun(fresh)
    return str(refused.value)


def test_a_new_folder_begins_with_the_fresh_reading(shelf: Shelf) -> None:
    assert shelf.begun(FRESH) == FRESH
    assert list(shelf.files()) == []
    assert not shelf.folder.exists()


def test_it_goes_on_where_it_was_whatever_is_asked_for_now(shelf: Shelf) -> None:
    shelf.keep(PAGE, FRESH, NEXT)

    assert shelf.begun(replace(FRESH, since=NOON.replace(month=1))) == NEXT


def test_only_what_concerns_keys_is_kept_as_a_trail_file(shelf: Shelf) -> None:
    shelf.keep(PAGE, FRESH, NEXT)

    [file] = shelf.folder.glob("*.json")
    assert json.loads(file.read_text()) == {"Records": [DISABLED]}
    assert [it.records for it in shelf.files()] == [(DISABLED,)]


def test_only_its_owner_may_read_it(shelf: Shelf) -> None:
    shelf.keep(PAGE, FRESH, NEXT)

    modes = {it.stat().st_mode & 0o777 for it in shelf.folder.iterdir()}
    assert modes == {0o600}
    assert shelf.folder.stat().st_mode & 0o777 == 0o700


def test_a_whole_reading_is_not_read_again(shelf: Shelf) -> None:
    shelf.keep(PAGE, FRESH, None)

    assert refusal(shelf) == "whole"


def test_a_reading_of_another_region_is_not_mixed_in(shelf: Shelf) -> None:
    shelf.keep(PAGE, FRESH, NEXT)

    assert refusal(shelf, replace(FRESH, region="us-east-1")) == "region"


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"region": 1}'])
def test_a_mark_that_is_damaged_is_not_trusted(shelf: Shelf, content: str) -> None:
    shelf.keep(PAGE, FRESH, NEXT)
    (shelf.folder / "reading.next").write_text(content)

    assert refusal(shelf) == "other"


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    assert refusal(Shelf(folder=tmp_path)) == "other"
