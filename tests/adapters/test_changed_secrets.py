"""A secret changed while containers live: no true press and no alert is lost."""

import time
from datetime import UTC, datetime

import pytest

from chalice_app.adapters.door_signatures import DoorSignatures
from chalice_app.adapters.secrets import Secrets
from chalice_app.adapters.signatures import SlackSignatures
from chalice_app.errors import TryAgainError
from infra.sandbox.slack.signature import sign, signed_headers
from tests.fakes.vault import ChangingVault

PART = "slack-signing-secret"
NOW, BEFORE = f"{PART} now", f"{PART} before"
SIGNED_AT = 1_700_000_000
BODY = "payload=%7B%7D"


@pytest.fixture
def vault() -> ChangingVault:
    vault = ChangingVault()
    vault.change(PART, "old", at=SIGNED_AT - 9000)
    return vault


@pytest.fixture
def secrets(vault: ChangingVault) -> Secrets:
    secrets = Secrets(vault)
    secrets.signing_secret()
    vault.asked.clear()
    return secrets


def signed_with(secret: str, secrets: Secrets, age: int = 1) -> bool:
    """Let the workers judge a press that this secret signed some seconds ago."""
    signature = sign(secret, str(SIGNED_AT), BODY.encode())
    at = datetime.fromtimestamp(SIGNED_AT + age, UTC)
    return SlackSignatures(secrets.signing_secrets).verify(
        BODY, str(SIGNED_AT), signature, at
    )


def test_what_the_kept_secret_signed_costs_no_call(
    vault: ChangingVault, secrets: Secrets
) -> None:
    assert signed_with("old", secrets)
    assert vault.asked == []


def test_a_worker_reads_the_new_secret_when_the_kept_one_fails(
    vault: ChangingVault, secrets: Secrets
) -> None:
    vault.change(PART, "new", at=SIGNED_AT - 5)

    assert signed_with("new", secrets)
    assert signed_with("new", secrets)
    assert vault.asked == [NOW]


def test_a_press_on_its_way_while_the_secret_changed_is_taken(
    vault: ChangingVault,
) -> None:
    vault.change(PART, "new", at=SIGNED_AT + 1)

    assert signed_with("old", Secrets(vault), age=2)


def test_a_secret_that_leaked_and_was_changed_signs_nothing_new(
    vault: ChangingVault,
) -> None:
    vault.change(PART, "new", at=SIGNED_AT - 1)

    assert not signed_with("old", Secrets(vault))


def test_what_nobody_signed_is_refused_after_every_version(
    vault: ChangingVault, secrets: Secrets
) -> None:
    assert not signed_with("guessed", secrets)
    assert vault.asked == [NOW, BEFORE]


def test_a_worker_without_secrets_manager_tries_again(
    vault: ChangingVault, secrets: Secrets
) -> None:
    vault.down = True

    with pytest.raises(TryAgainError):
        signed_with("new", secrets)


def knock(door: DoorSignatures, secret: str) -> str | None:
    headers = signed_headers(secret, str(int(time.time())), BODY.encode())
    return door.secret_of(BODY, headers)


def test_the_door_takes_the_new_secret_and_no_longer_the_old(
    vault: ChangingVault, secrets: Secrets
) -> None:
    door = DoorSignatures(secrets, lambda: 0)
    assert knock(door, "old") == "old"
    vault.change(PART, "new")

    assert knock(door, "new") == "new"
    assert knock(door, "old") is None


def test_the_door_asks_once_a_minute_however_often_it_is_knocked_at(
    vault: ChangingVault, secrets: Secrets
) -> None:
    clock = [0.0]
    door = DoorSignatures(secrets, lambda: clock[0])

    for clock[0] in (0, 1, 59.9, 60, 61, 119, 120):
        assert knock(door, "guessed") is None

    assert vault.asked == [NOW] * 3


def test_the_door_says_nothing_of_a_signature_that_it_cannot_check(
    vault: ChangingVault, secrets: Secrets
) -> None:
    vault.down = True

    with pytest.raises(TryAgainError):
        knock(DoorSignatures(secrets, lambda: 0), "new")
    with pytest.raises(TryAgainError):
        knock(DoorSignatures(Secrets(vault), lambda: 0), "old")
