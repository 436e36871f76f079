"""One DynamoDB table: consistent reads, and writes that tell if they could be done."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from chalice_app.adapters.aws_errors import trying_again
from chalice_app.adapters.table_values import plain, typed
from chalice_app.adapters.table_write import Item, Write, request
from chalice_app.errors import TryAgainError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import GetItemOutputTypeDef

_NOT_HELD = "ConditionalCheckFailed"
_TRIES = 5


class Table:
    def __init__(self, client: "DynamoDBClient", name: str) -> None:
        self._client = client
        self._name = name

    def read(self, key: Item) -> Item | None:
        return _item(self._get(key))

    def dated(self, key: Item) -> tuple[Item | None, datetime]:
        """Read an item, and the table's own time: the one clock of all leases in it.

        DynamoDB dates its answers to the second (DynamoDB API, "Response headers").
        """
        answer = self._get(key)
        headers = answer["ResponseMetadata"]["HTTPHeaders"]
        if "date" not in headers:  # not DynamoDB has answered, but something before it
            raise TryAgainError("table: no date")
        return _item(answer), parsedate_to_datetime(headers["date"])

    def due(self, shard: str) -> Iterator[Item]:
        """Give what one shard of the index holds, which may lag behind the table."""
        yield from self._all(
            IndexName="due",
            KeyConditionExpression="due_shard = :shard",
            ExpressionAttributeValues=typed({":shard": shard}),
        )

    def under(self, pk: str, begins: str) -> Iterator[Item]:
        """Give all items of one partition whose sort key begins so, consistently."""
        yield from self._all(
            KeyConditionExpression="pk = :pk AND begins_with(sk, :begins)",
            ExpressionAttributeValues=typed({":pk": pk, ":begins": begins}),
            ConsistentRead=True,
        )

    def write(self, *writes: Write) -> bool:
        """Carry out all writes, or none; False if a condition did not hold.

        Raises TryAgainError while other transactions are in the way.
        """
        asked = [request(write, self._name) for write in writes]
        for _ in range(_TRIES):
            reasons = self._transact(asked)
            if reasons is None:
                return True
            if _NOT_HELD in reasons:
                return False
        raise TryAgainError("table: busy")

    def _all(self, **asked: Any) -> Iterator[Item]:  # noqa: ANN401
        told: Any = {}
        while told is not None:
            after = {"ExclusiveStartKey": told} if told else {}
            with trying_again("table"):
                told = self._client.query(TableName=self._name, **asked, **after)
            yield from map(plain, told["Items"])
            told = told.get("LastEvaluatedKey")

    def _get(self, key: Item) -> "GetItemOutputTypeDef":
        with trying_again("table"):
            return self._client.get_item(
                TableName=self._name, Key=typed(key), ConsistentRead=True
            )

    def _transact(self, asked: Sequence[Any]) -> set[str] | None:
        """Give the reasons for a cancellation; None where all is written."""
        with trying_again("table"):
            try:
                self._client.transact_write_items(TransactItems=asked)
            except self._client.exceptions.TransactionCanceledException as error:
                answer: Mapping[str, Any] = error.response
                given = answer.get("CancellationReasons", ())
                return {reason.get("Code", "") for reason in given}
        return None


def _item(answer: "Mapping[str, Any]") -> Item | None:
    return plain(answer["Item"]) if "Item" in answer else None
