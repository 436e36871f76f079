"""Writes are all or nothing, under their conditions, whatever else goes on."""

from typing import TYPE_CHECKING, Any

import boto3
import pytest
from boto3.dynamodb.conditions import Attr
from botocore.config import Config
from botocore.exceptions import ConnectTimeoutError
from botocore.stub import Stubber

from chalice_app.adapters.table import Table
from chalice_app.adapters.table_values import typed
from chalice_app.adapters.table_write import NEW, put, update
from chalice_app.errors import TryAgainError
from infra.sandbox.aws.shapes import REGION

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ONE = {"pk": "CASE#1", "sk": "HEAD"}
TWO = {"pk": "CASE#2", "sk": "HEAD"}


def test_a_put_lays_down_once(table: Table) -> None:
    assert table.write(put({**ONE, "n": 1}))
    assert not table.write(put({**ONE, "n": 2}))

    assert table.read(ONE) == {**ONE, "n": 1}
    assert table.read(TWO) is None


def test_one_condition_that_fails_undoes_the_rest(table: Table) -> None:
    table.write(put(ONE))

    assert not table.write(put(TWO), put(ONE, NEW))

    assert table.read(TWO) is None


def test_an_update_sets_and_removes_what_it_names_and_no_more(table: Table) -> None:
    table.write(put({**ONE, "state": "Disabled", "due": "x", "kept": True}))

    assert table.write(update(ONE, {"state": "Enabled"}, Attr("due").eq("x"), ["due"]))

    assert table.read(ONE) == {**ONE, "state": "Enabled", "kept": True}


def test_an_update_makes_no_item(table: Table) -> None:
    assert not table.write(update(ONE, {"n": 1}))

    assert table.read(ONE) is None


@pytest.fixture
def stubbed() -> "DynamoDBClient":
    return boto3.client(
        "dynamodb",
        region_name=REGION,
        aws_access_key_id="x",
        aws_secret_access_key="x",
        config=Config(retries={"total_max_attempts": 1}),
    )


def cancelled(stub: Stubber, *reasons: str) -> None:
    stub.add_client_error(
        "transact_write_items",
        "TransactionCanceledException",
        modeled_fields={"CancellationReasons": [{"Code": it} for it in reasons]},
    )


@pytest.mark.parametrize(
    "reason",
    ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"],
)
def test_a_transaction_in_the_way_is_waited_out(
    stubbed: "DynamoDBClient", reason: str
) -> None:
    with Stubber(stubbed) as stub:
        cancelled(stub, "None", reason)
        stub.add_response("transact_write_items", {})

        assert Table(stubbed, "cases").write(put(ONE), put(TWO))


def test_a_transaction_always_in_the_way_is_left_to_the_next_delivery(
    stubbed: "DynamoDBClient",
) -> None:
    with Stubber(stubbed) as stub:
        for _ in range(5):
            cancelled(stub, "TransactionConflict")

        with pytest.raises(TryAgainError):
            Table(stubbed, "cases").write(put(ONE))


def test_a_failed_condition_counts_more_than_a_conflict(
    stubbed: "DynamoDBClient",
) -> None:
    with Stubber(stubbed) as stub:
        cancelled(stub, "TransactionConflict", "ConditionalCheckFailed")

        assert not Table(stubbed, "cases").write(put(ONE), put(TWO))


@pytest.mark.parametrize(
    "code",
    ["ThrottlingException", "AccessDeniedException", "ResourceNotFoundException"],
)
def test_any_other_error_is_left_to_the_next_delivery(
    stubbed: "DynamoDBClient", code: str
) -> None:
    with Stubber(stubbed) as stub:
        stub.add_client_error("get_item", code)
        stub.add_client_error("transact_write_items", code)

        with pytest.raises(TryAgainError, match=code):
            Table(stubbed, "cases").read(ONE)
        with pytest.raises(TryAgainError, match=code):
            Table(stubbed, "cases").write(put(ONE))


def test_silence_is_left_to_the_next_delivery(
    stubbed: "DynamoDBClient",
) -> None:
    def silent(**_: Any) -> None:
        raise ConnectTimeoutError(endpoint_url="dynamodb")

    stubbed.meta.events.register("before-send.dynamodb", silent)

    with pytest.raises(TryAgainError, match="ConnectTimeoutError"):
        Table(stubbed, "cases").read(ONE)


def test_what_decides_is_read_consistently(stubbed: "DynamoDBClient") -> None:
    with Stubber(stubbed) as stub:
        wanted = {"TableName": "cases", "Key": typed(ONE), "ConsistentRead": True}
        stub.add_response("get_item", {}, wanted)

        assert Table(stubbed, "cases").read(ONE) is None
