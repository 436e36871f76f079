"""The fake keys answer whole sequences of calls as the sandbox's strict KMS does."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chalice_app.adapters.kms import Kms
from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import Subject, key_from_arn
from chalice_app.errors import KmsRefusedError
from infra.sandbox.aws.local_aws import LocalAws
from tests.fakes.keys import FakeKeys

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

STATES = st.sampled_from([it for it in KeyState if it is not KeyState.GONE])
STEPS = st.lists(st.sampled_from(Call) | STATES, min_size=2, max_size=8)


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with LocalAws() as running:
        yield running


def outcome(keys: Kms | FakeKeys, call: Call, key: Subject) -> str:
    try:
        keys.call(call, key)
    except KmsRefusedError as refused:
        return refused.code
    return "done"


@given(STEPS)
@settings(
    max_examples=40, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_every_call_and_reading_is_answered_alike(
    aws: LocalAws, steps: list[Call | KeyState]
) -> None:
    root: KMSClient = aws.client("kms")
    key = key_from_arn(root.create_key()["KeyMetadata"]["Arn"])
    kms, fake = Kms(lambda _region: root), FakeKeys(lambda: datetime.now(UTC))
    fake.put(key.arn or "", KeyState.ENABLED)

    for step in steps:
        if isinstance(step, Call):
            assert outcome(fake, step, key) == outcome(kms, step, key)
        else:  # what others do to the key
            fake.put(key.arn or "", step)
            aws.set_state(key.id, step)
        assert fake.read(key).state == kms.read(key).state
