"""A write to the table as a value: a condition, and what is written if it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from boto3.dynamodb.conditions import Attr, ConditionBase, ConditionExpressionBuilder

from chalice_app.adapters.table_values import typed

Item = Mapping[str, Any]

NEW = Attr("pk").not_exists()
THERE = Attr("pk").exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A whole new item, or attributes set and removed of the item with this key."""

    key: Item
    when: ConditionBase
    item: Item | None = None
    values: Item = field(default_factory=dict)
    remove: Sequence[str] = ()


def put(item: Item, when: ConditionBase = NEW) -> Write:
    """Put a whole item under a condition."""
    return Write(key={it: item[it] for it in ("pk", "sk")}, item=item, when=when)


def update(
    key: Item, values: Item, when: ConditionBase = THERE, remove: Sequence[str] = ()
) -> Write:
    """Set and remove attributes of an item under a condition."""
    return Write(key=key, values=values, remove=remove, when=when)


def request(write: Write, table: str) -> dict[str, Any]:
    """Say a write in DynamoDB's own terms."""
    if write.item is not None:
        what = {"Item": typed(write.item), **_condition(write.when, {}, {})}
        return {"Put": {"TableName": table, **what}}
    return {"Update": {"TableName": table, **_update(write)}}


def _update(write: Write) -> Item:
    names = {f"#{name}": name for name in (*write.values, *write.remove)}
    sets = ", ".join(f"#{name} = :{name}" for name in write.values)
    removes = ", ".join(f"#{name}" for name in write.remove)
    parts = [f"SET {sets}" if sets else "", f"REMOVE {removes}" if removes else ""]
    given = {f":{name}": value for name, value in write.values.items()}
    return {
        "Key": typed(write.key),
        "UpdateExpression": " ".join(filter(None, parts)),
        **_condition(write.when, names, given),
    }


def _condition(when: ConditionBase, names: Item, values: Item) -> Item:
    built = ConditionExpressionBuilder().build_expression(when)
    all_values = {**values, **built.attribute_value_placeholders}
    return {
        "ConditionExpression": built.condition_expression,
        "ExpressionAttributeNames": {**names, **built.attribute_name_placeholders},
        **({"ExpressionAttributeValues": typed(all_values)} if all_values else {}),
    }
