"""A case takes events, readings, people and proofs, and counts what people see."""

from dataclasses import replace

import pytest

from chalice_app.domain.case import Saved, joined, looked_at, looking, saved
from chalice_app.domain.key import KeyState
from chalice_app.domain.opening import case_id, opened
from chalice_app.domain.remedy import Remedy
from tests.shapes import (
    KEY,
    SETTLED,
    case,
    event,
    moment,
    reading,
    refused,
    unreadable_case,
)

ACT = Saved(
    press_id="press-1",
    remedy=Remedy.CANCEL_DELETION,
    user="U0ADALOVE1",
    at=moment(60),
)
PENDING = reading(KeyState.PENDING_DELETION, 1, aliases=("alias/a",))


def test_every_delivery_of_an_event_opens_the_same_case() -> None:
    one, again = (opened(event(), ours=True) for _ in range(2))
    assert one == again
    assert one.version == 1
    assert one.shown_version == 0
    assert one.label == f"RP-{one.id.upper()}"


def test_ids_differ_by_key_and_by_event_and_name_neither() -> None:
    ids = {case_id("a", "b"), case_id("ab", ""), case_id("a", "c"), case_id("b", "b")}
    assert len(ids) == 4
    assert KEY.id[:4] not in case().id
    assert all(len(it) == 10 and it.isalnum() and it.islower() for it in ids)


def test_an_unreadable_case_is_about_nothing_and_keeps_the_reason() -> None:
    found = unreadable_case("The text is not JSON.")
    assert found.subject.arn is None
    assert found.trouble is found.opener is None
    assert found.unreadable
    assert found.unreadable.reason == "The text is not JSON."


def test_a_case_links_the_one_before_it() -> None:
    assert opened(event(), ours=False, previous="abc").previous == "abc"
    assert opened(event(), ours=False).ours is False


def test_a_refused_attempt_is_counted_and_is_no_trouble() -> None:
    tried = joined(opened(refused(seconds=5), ours=True), refused(seconds=2))
    assert (tried.tries, tried.latest_try, tried.trouble) == (2, moment(5), None)


@pytest.mark.parametrize("name", ["CancelKeyDeletion", "EnableKey"])
def test_only_a_successful_rescue_is_relief(name: str) -> None:
    assert joined(case(), event(name, 9)).relieved_at == moment(9)
    failed = joined(case(), event(name, 9, error="KMSInvalidStateException"))
    assert (failed.relieved_at, failed.tries) == (None, 0)


@pytest.mark.parametrize("name", ["PutKeyPolicy", "DisableKeyRotation"])
def test_an_event_that_only_follows_is_shown_and_changes_no_fact(name: str) -> None:
    followed = joined(case(), event(name, 9))
    assert followed == replace(case(), version=2)


def test_a_reading_with_the_same_answer_is_no_new_version() -> None:
    seen = looked_at(case(), PENDING)
    again = looked_at(seen, replace(PENDING, read_at=moment(2)))
    assert (seen.version, again.version) == (2, 2)
    assert again.reading
    assert again.reading.read_at == moment(2)


def test_a_reading_that_grew_old_enough_to_be_believed_is_a_new_version() -> None:
    doubted = looked_at(case(), reading(KeyState.ENABLED, 1))
    believed = looked_at(doubted, reading(KeyState.ENABLED, SETTLED))
    assert believed.version == doubted.version + 1


def test_a_reading_younger_than_the_relief_is_a_new_version() -> None:
    doubted = looked_at(case(), reading(KeyState.ENABLED, 1))
    relieved = joined(doubted, event("EnableKey", 5))
    assert looked_at(relieved, reading(KeyState.ENABLED, 4)).version == 3
    assert looked_at(relieved, reading(KeyState.ENABLED, 5)).version == 4


def test_an_older_reading_never_replaces_a_younger_one() -> None:
    seen = looked_at(case(), reading(KeyState.DISABLED, 9, aliases=()))
    assert looked_at(seen, PENDING) == seen


def test_looking_twice_is_shown_once() -> None:
    one = looking(case(), "U1")
    assert looking(one, "U1") == one
    assert looking(one, "U2").lookers == ("U1", "U2")
    assert looking(one, "U2").version == 3


def test_a_proof_is_noted_once_with_the_reading_that_proves_it() -> None:
    proof = reading(KeyState.DISABLED, 60, aliases=("alias/a",))
    done = saved(looked_at(case(), PENDING), ACT, proof)
    assert (done.saved, done.reading, done.relieved_at) == ((ACT,), proof, moment(60))
    assert saved(done, ACT, reading(KeyState.ENABLED, 90)) == done


def test_a_proof_written_late_leaves_the_younger_reading() -> None:
    younger = reading(KeyState.ENABLED, 90, aliases=())
    done = saved(looked_at(case(), younger), ACT, reading(KeyState.DISABLED, 60))
    assert done.reading == younger
    assert done.saved == (ACT,)
