"""KMS's errors of the moment, and what it says that nobody has foreseen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ReadTimeoutError
from botocore.stub import Stubber

from chalice_app.adapters.kms import Kms
from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Call
from chalice_app.domain.subject import key_from_arn
from chalice_app.errors import KmsRefusedError, KmsSilentError
from infra.sandbox.aws.shapes import REGION
from tests.fakes.places import KEY

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

DATE = {"HTTPHeaders": {"date": "Tue, 24 Nov 2026 12:00:00 GMT"}}
SUBJECT = key_from_arn(KEY)
MOMENT = (
    "ThrottlingException",
    "KMSInternalException",
    "DependencyTimeoutException",
    "RequestLimitExceeded",
)


@pytest.fixture
def client() -> "KMSClient":
    return boto3.client(
        "kms",
        REGION,
        aws_access_key_id="x",
        aws_secret_access_key="x",
        config=Config(retries={"total_max_attempts": 1}),
    )


@pytest.fixture
def stub(client: "KMSClient") -> Iterator[Stubber]:
    with Stubber(client) as stubbed:
        yield stubbed


@pytest.fixture
def kms(client: "KMSClient") -> Kms:
    return Kms(lambda _region: client)


def fails(stub: Stubber, method: str, code: str) -> None:
    stub.add_client_error(method, code, response_meta=DATE)


@pytest.mark.parametrize("code", MOMENT)
def test_an_error_of_the_moment_is_a_reading_to_be_repeated(
    stub: Stubber, kms: Kms, code: str
) -> None:
    fails(stub, "describe_key", code)

    reading = kms.read(SUBJECT)

    assert (reading.state, reading.refusal, reading.passing) == (None, code, True)


@pytest.mark.parametrize("code", MOMENT)
def test_a_call_with_an_error_of_the_moment_may_have_worked(
    stub: Stubber, kms: Kms, code: str
) -> None:
    fails(stub, "cancel_key_deletion", code)

    with pytest.raises(KmsSilentError):
        kms.call(Call.CANCEL, SUBJECT)


def test_an_error_without_a_name_of_its_own_is_of_the_moment(
    stub: Stubber, kms: Kms
) -> None:
    for method in ("describe_key", "cancel_key_deletion"):
        stub.add_client_error(method, "502", http_status_code=502, response_meta=DATE)

    assert kms.read(SUBJECT).passing
    with pytest.raises(KmsSilentError):
        kms.call(Call.CANCEL, SUBJECT)


def test_a_lasting_error_is_a_refusal(stub: Stubber, kms: Kms) -> None:
    fails(stub, "enable_key", "LimitExceededException")

    with pytest.raises(KmsRefusedError) as refused:
        kms.call(Call.ENABLE, SUBJECT)

    assert refused.value.code == "LimitExceededException"


def test_no_answer_at_all_is_silence(client: "KMSClient", kms: Kms) -> None:
    def silent(**_: Any) -> None:
        raise ReadTimeoutError(endpoint_url="kms")

    client.meta.events.register("before-send.kms", silent)

    with pytest.raises(KmsSilentError, match="ReadTimeoutError"):
        kms.read(SUBJECT)
    with pytest.raises(KmsSilentError, match="ReadTimeoutError"):
        kms.call(Call.ENABLE, SUBJECT)


def test_a_state_that_aws_has_added_is_named_and_not_guessed(
    stub: Stubber, kms: Kms
) -> None:
    metadata = {"KeyId": SUBJECT.id, "KeyState": "Frozen"}
    answer = {"KeyMetadata": metadata, "ResponseMetadata": DATE}
    stub.add_response("describe_key", answer)
    stub.add_response("list_aliases", {"Aliases": []})

    reading = kms.read(SUBJECT)

    assert (reading.state, reading.refusal) == (None, "Frozen")


def test_an_answer_that_is_not_kms_own_is_silence(stub: Stubber, kms: Kms) -> None:
    stub.add_client_error("describe_key", "503", response_meta={"HTTPHeaders": {}})

    with pytest.raises(KmsSilentError):
        kms.read(SUBJECT)


def test_names_that_cannot_be_listed_hold_nothing_up(stub: Stubber, kms: Kms) -> None:
    metadata = {"KeyId": SUBJECT.id, "KeyState": "Disabled"}
    answer = {"KeyMetadata": metadata, "ResponseMetadata": DATE}
    stub.add_response("describe_key", answer)
    fails(stub, "list_aliases", "ThrottlingException")

    reading = kms.read(SUBJECT)

    assert (reading.state, reading.aliases) == (KeyState.DISABLED, None)
