"""The KMS adapter, and the fake in its place, against the sandbox's strict KMS."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from chalice_app.adapters.kms import Kms
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import Subject, key_from_arn
from chalice_app.errors import KmsRefusedError
from infra.sandbox.aws.local_aws import LocalAws
from tests.fakes.keys import FakeKeys

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

STATES = [state for state in KeyState if state is not KeyState.GONE]
NOBODY = {"Effect": "Deny", "Action": "kms:*", "Resource": "*"}


@pytest.fixture
def root(aws: LocalAws) -> "KMSClient":
    client: KMSClient = aws.client("kms")
    return client


@pytest.fixture
def key(root: "KMSClient") -> Subject:
    return key_from_arn(root.create_key()["KeyMetadata"]["Arn"])


@pytest.fixture
def kms(root: "KMSClient") -> Kms:
    return Kms(lambda _region: root)


def outcome(change: Callable[[], None]) -> str:
    try:
        change()
    except KmsRefusedError as refused:
        return refused.code
    return "done"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("call", list(Call))
def test_it_answers_as_the_fake_does_in_every_state(
    aws: LocalAws, kms: Kms, key: Subject, state: KeyState, call: Call
) -> None:
    fake = FakeKeys(lambda: datetime.now(UTC))
    fake.put(key.arn or "", state)
    aws.set_state(key.id, state)

    assert outcome(lambda: kms.call(call, key)) == outcome(lambda: fake.call(call, key))
    assert kms.read(key).state == fake.read(key).state


def test_a_reading_tells_state_date_and_names(
    root: "KMSClient", kms: Kms, key: Subject
) -> None:
    root.create_alias(AliasName="alias/payroll", TargetKeyId=key.id)
    root.create_alias(AliasName="alias/backup", TargetKeyId=key.id)
    root.schedule_key_deletion(KeyId=key.id, PendingWindowInDays=7)

    reading = kms.read(key)

    assert reading.state is KeyState.PENDING_DELETION
    assert reading.aliases == ("alias/backup", "alias/payroll")
    assert reading.deletion_date
    waits = reading.deletion_date - reading.read_at
    assert abs(waits - timedelta(days=7)) < timedelta(minutes=1)
    assert reading.read_at.tzinfo


def test_names_beyond_the_first_page_are_read(
    root: "KMSClient", kms: Kms, key: Subject
) -> None:
    for number in range(105):
        root.create_alias(AliasName=f"alias/{number:03d}", TargetKeyId=key.id)

    aliases = kms.read(key).aliases or ()

    assert len(aliases) == 105


def test_a_key_that_is_not_there_is_gone(kms: Kms, key: Subject) -> None:
    missing = key_from_arn((key.arn or "").replace(key.id, "0" * 36))

    assert kms.read(missing).state is KeyState.GONE
    assert outcome(lambda: kms.call(Call.CANCEL, missing)) == "NotFoundException"


def reader_with(aws: LocalAws, name: str, *allowed: str) -> Kms:
    statements = [{"Effect": "Allow", "Action": list(allowed), "Resource": "*"}]
    reader = aws.user(name, statements if allowed else NOBODY)
    client = aws.client("kms", reader)
    return Kms(lambda _region: client)


def test_a_key_that_may_not_be_read_gives_a_reading_without_a_state(
    aws: LocalAws, key: Subject
) -> None:
    reading = reader_with(aws, "blind").read(key)

    assert (reading.state, reading.passing) == (None, False)
    assert reading.refusal == "AccessDeniedException"


def test_names_that_may_not_be_listed_hold_nothing_up(
    aws: LocalAws, key: Subject
) -> None:
    reading = reader_with(aws, "nameless", "kms:DescribeKey").read(key)

    assert reading.state is KeyState.ENABLED
    assert reading.aliases is None


def test_a_call_that_is_not_allowed_says_so(aws: LocalAws, key: Subject) -> None:
    kms = reader_with(aws, "reader", "kms:DescribeKey")

    with pytest.raises(KmsRefusedError) as refused:
        kms.call(Call.ENABLE, key)

    assert refused.value.code == "AccessDeniedException"
    assert "kms:EnableKey" in str(refused.value)


def test_a_key_is_asked_where_it_lives(aws: LocalAws) -> None:
    regions: list[str] = []

    def client(region: str) -> "KMSClient":
        regions.append(region)
        made: KMSClient = aws.client("kms", region=region)
        return made

    far = client("us-east-1").create_key()["KeyMetadata"]["Arn"]
    regions.clear()

    reading: KeyReading = Kms(client).read(key_from_arn(far))

    assert regions == ["us-east-1"]
    assert reading.state is KeyState.ENABLED
