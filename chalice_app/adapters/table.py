"""One DynamoDB table: consistent reads, and writes that tell if they could be done."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from boto3.dynamodb.conditions import Attr, ConditionBase, ConditionExpressionBuilder

from chalice_app.adapters.aws_errors import trying_again
from chalice_app.errors import TryAgainError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import DynamoDBServiceResource

Item = Mapping[str, Any]
Write = Mapping[str, Any]

NEW = Attr("pk").not_exists()
THERE = Attr("pk").exists()
_NOT_HELD = "ConditionalCheckFailed"
_TRIES = 5


class Table:
    def __init__(self, dynamodb: "DynamoDBServiceResource", name: str) -> None:
        self._table = dynamodb.Table(name)
        self._client = dynamodb.meta.client

    def read(self, key: Item) -> Item | None:
        with trying_again("table"):
            answer = self._table.get_item(Key=dict(key), ConsistentRead=True)
        return answer.get("Item")

    def write(self, *writes: Write) -> bool:
        """Carry out all writes, or none; False if a condition did not hold.

        Raises TryAgainError while other transactions are in the way.
        """
        asked: list[Any] = [
            {kind: {"TableName": self._table.name, **what}}
            for write in writes
            for kind, what in write.items()
        ]
        for _ in range(_TRIES):
            reasons = self._transact(asked)
            if reasons is None:
                return True
            if _NOT_HELD in reasons:
                return False
        raise TryAgainError("table: busy")

    def _transact(self, asked: list[Any]) -> set[str] | None:
        """Give the reasons for a cancellation; None where all is written."""
        with trying_again("table"):
            try:
                self._client.transact_write_items(TransactItems=asked)
            except self._client.exceptions.TransactionCanceledException as error:
                answer: Mapping[str, Any] = error.response
                given = answer.get("CancellationReasons", ())
                return {reason.get("Code", "") for reason in given}
        return None


def put(item: Item, when: ConditionBase = NEW) -> Write:
    """Put a whole item under a condition."""
    return {"Put": {"Item": dict(item), **_condition(when, {}, {})}}


def update(
    key: Item, values: Item, when: ConditionBase = THERE, remove: Sequence[str] = ()
) -> Write:
    """Set and remove attributes of an item under a condition."""
    names = {f"#{name}": name for name in (*values, *remove)}
    sets = ", ".join(f"#{name} = :{name}" for name in values)
    removes = ", ".join(f"#{name}" for name in remove)
    parts = [f"SET {sets}" if sets else "", f"REMOVE {removes}" if removes else ""]
    given = {f":{name}": value for name, value in values.items()}
    return {
        "Update": {
            "Key": dict(key),
            "UpdateExpression": " ".join(filter(None, parts)),
            **_condition(when, names, given),
        }
    }


def _condition(when: ConditionBase, names: Item, values: Item) -> Item:
    built = ConditionExpressionBuilder().build_expression(when)
    all_values = {**values, **built.attribute_value_placeholders}
    return {
        "ConditionExpression": built.condition_expression,
        "ExpressionAttributeNames": {**names, **built.attribute_name_placeholders},
        **({"ExpressionAttributeValues": all_values} if all_values else {}),
    }
