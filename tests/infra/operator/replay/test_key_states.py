"""The state of a key follows from its events where KMS cannot be asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.watched import WATCHED
from infra.operator.replay.key_states import read_after, swept
from tests.shapes import event, moment, reading, refused

S = KeyState
HOUR = 3600


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        (None, "ScheduleKeyDeletion", S.PENDING_DELETION),
        (None, "DisableKey", S.DISABLED),
        (S.PENDING_DELETION, "CancelKeyDeletion", S.DISABLED),
        (S.DISABLED, "EnableKey", S.ENABLED),
        (S.PENDING_DELETION, "DeleteKey", S.GONE),
        (S.PENDING_DELETION, "KMS CMK Deletion", S.GONE),
        (S.ENABLED, "DeleteImportedKeyMaterial", S.PENDING_IMPORT),
        (S.PENDING_DELETION, "DeleteImportedKeyMaterial", S.PENDING_DELETION),
        (S.DISABLED, "DeleteExpiredKeyMaterial", S.PENDING_IMPORT),
        (S.PENDING_IMPORT, "ImportKeyMaterial", S.ENABLED),
        (S.DISABLED, "ImportKeyMaterial", S.DISABLED),
        (S.PENDING_DELETION, "PutKeyPolicy", S.PENDING_DELETION),
        (S.DISABLED, "DisableKeyRotation", S.DISABLED),
    ],
)
def test_a_call_leaves_the_key_as_kms_does(
    before: KeyState | None, name: str, after: KeyState
) -> None:
    read = read_after(event(name, 9), reading(before, 1) if before else None)

    assert read
    assert (read.state, read.read_at) == (after, moment(9))


@pytest.mark.parametrize("name", WATCHED)
def test_a_refused_call_changes_nothing(name: str) -> None:
    read = read_after(refused(name, 9), reading(S.DISABLED, 1))

    assert read == reading(S.DISABLED, 9)
    assert read_after(refused(name), None) is None


def test_a_primary_with_replicas_waits_for_them() -> None:
    waits = replace(event(), key_state="PendingReplicaDeletion")

    assert read_after(waits, None) == reading(S.PENDING_REPLICA_DELETION, 0)


def test_the_sweep_has_looked_where_an_hour_has_passed() -> None:
    last = reading(S.ENABLED, 0)

    assert swept(last, moment(HOUR)) is None
    assert swept(last, moment(HOUR + 1)) == replace(
        last, read_at=last.read_at + timedelta(hours=1)
    )
    assert swept(None, moment(2 * HOUR)) is None
