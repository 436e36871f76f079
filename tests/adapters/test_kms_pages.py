"""A page of keys as KMS lists them: each described, and what is hidden is named so."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ReadTimeoutError
from botocore.model import OperationModel
from botocore.stub import Stubber

from chalice_app.adapters.kms_pages import PAGE, KmsPages
from chalice_app.domain.key import KeyState
from chalice_app.domain.key_page import KeyPage
from chalice_app.errors import KmsSilentError, TryAgainError
from infra.sandbox.aws.shapes import REGION
from tests.fakes.places import KEY, NOON

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

DATE = {"HTTPHeaders": {"date": "Tue, 24 Nov 2026 12:00:00 GMT"}}
LISTED = {"Keys": [{"KeyArn": KEY}], "Truncated": False, "ResponseMetadata": DATE}


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
def stub(client: "KMSClient") -> Stubber:
    stubbed = Stubber(client)
    stubbed.activate()
    return stubbed


def described(stub: Stubber, **facts: Any) -> None:
    about = {"KeyId": "k", "KeyManager": "CUSTOMER", "KeyState": "Enabled", **facts}
    stub.add_response(
        "describe_key", {"KeyMetadata": about, "ResponseMetadata": DATE}, {"KeyId": KEY}
    )


def page(client: "KMSClient", marker: str | None = None) -> KeyPage | None:
    return KmsPages(lambda _region: client).page(REGION, marker)


def keys(client: "KMSClient") -> Any:
    found = page(client)
    assert found
    return found.keys


def test_a_page_begins_at_its_marker_and_names_the_next(
    client: "KMSClient", stub: Stubber
) -> None:
    told = {**LISTED, "Truncated": True, "NextMarker": "next"}
    stub.add_response("list_keys", told, {"Limit": PAGE, "Marker": "here"})
    described(stub)

    found = page(client, "here")

    assert found
    assert (found.marker, found.read_at, len(found.keys)) == ("next", NOON, 1)
    assert (found.keys[0].arn, found.keys[0].hidden) == (KEY, False)


@pytest.mark.parametrize(("origin", "so"), [("EXTERNAL", True), ("AWS_KMS", False)])
def test_imported_material_is_seen(
    client: "KMSClient", stub: Stubber, origin: str, *, so: bool
) -> None:
    stub.add_response("list_keys", LISTED)
    described(stub, Origin=origin)

    [found] = keys(client)

    assert found.imported is so


def test_keys_that_aws_manages_are_left_out(client: "KMSClient", stub: Stubber) -> None:
    stub.add_response("list_keys", LISTED)
    described(stub, KeyManager="AWS", KeyState="Disabled")

    assert keys(client) == ()


@pytest.mark.parametrize(
    ("code", "hidden", "state"),
    [
        ("AccessDeniedException", True, None),
        ("NotFoundException", False, KeyState.GONE),
    ],
)
def test_a_refusal_is_told_from_a_key_that_is_gone(
    client: "KMSClient", stub: Stubber, code: str, state: object, *, hidden: bool
) -> None:
    stub.add_response("list_keys", LISTED)
    stub.add_client_error("describe_key", code, response_meta=DATE)

    [found] = keys(client)

    assert (found.hidden, found.reading.state) == (hidden, state)


@pytest.mark.parametrize("method", ["list_keys", "describe_key"])
def test_throttling_has_the_page_read_again(
    client: "KMSClient", stub: Stubber, method: str
) -> None:
    if method == "describe_key":
        stub.add_response("list_keys", LISTED)
    stub.add_client_error(method, "ThrottlingException", response_meta=DATE)

    with pytest.raises(TryAgainError):
        page(client)


def test_a_marker_that_is_old_is_no_error(client: "KMSClient", stub: Stubber) -> None:
    stub.add_client_error("list_keys", "InvalidMarkerException", response_meta=DATE)

    assert page(client, "old") is None


def test_no_answer_at_all_is_silence(client: "KMSClient") -> None:
    def silent(model: OperationModel, **_: Any) -> Any:
        if model.name == "DescribeKey":
            raise ReadTimeoutError(endpoint_url="kms")
        return SimpleNamespace(status_code=200), LISTED

    client.meta.events.register("before-call.kms", silent)

    with pytest.raises(KmsSilentError, match="ReadTimeoutError"):
        page(client)
