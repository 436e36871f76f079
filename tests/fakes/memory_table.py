"""The table in memory: the same conditions, all or nothing, and its own clock."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from boto3.dynamodb.conditions import AttributeBase, ConditionBase

from chalice_app.adapters.table_write import Item, Write

_MISSING = object()
Holds = Callable[..., bool]
# DynamoDB compares only values of one type; anything else is not true.
_OPERATORS: Mapping[str, Holds] = MappingProxyType(
    {
        "attribute_exists": lambda value: value is not _MISSING,
        "attribute_not_exists": lambda value: value is _MISSING,
        "=": lambda value, other: value == other,
        "<": lambda value, other: _alike(value, other) and value < other,
        "<=": lambda value, other: _alike(value, other) and value <= other,
        ">": lambda value, other: _alike(value, other) and value > other,
        "AND": lambda one, other: one and other,
        "OR": lambda one, other: one or other,
    }
)


@dataclass
class MemoryTable:
    """What Table offers; `now` is the time that its answers are dated with."""

    now: Callable[[], datetime]
    items: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def read(self, key: Item) -> Item | None:
        return deepcopy(self.items.get(_of(key)))

    def dated(self, key: Item) -> tuple[Item | None, datetime]:
        return self.read(key), self.now().replace(microsecond=0)

    def due(self, shard: str) -> Iterator[Item]:
        """Give what the sparse index holds, in the order of its sort key."""
        found = [it for it in self.items.values() if it.get("due_shard") == shard]
        yield from deepcopy(sorted(found, key=lambda it: it["next_due_at"]))

    def under(self, pk: str, begins: str) -> Iterator[Item]:
        """Give what one partition holds, in the order of its sort key."""
        ours = (it for key, it in self.items.items() if key[0] == pk)
        found = [it for it in ours if it["sk"].startswith(begins)]
        yield from deepcopy(sorted(found, key=lambda it: it["sk"]))

    def write(self, *writes: Write) -> bool:
        if not all(_holds(it.when, self.items.get(_of(it.key), {})) for it in writes):
            return False
        for write in writes:
            self._carry_out(write)
        return True

    def _carry_out(self, write: Write) -> None:
        if write.item is not None:
            self.items[_of(write.key)] = deepcopy(dict(write.item))
            return
        item = self.items.setdefault(_of(write.key), dict(write.key))
        item.update(deepcopy(dict(write.values)))
        for name in write.remove:
            item.pop(name, None)


def _of(key: Item) -> tuple[str, str]:
    return key["pk"], key["sk"]


def _holds(condition: ConditionBase, item: Item) -> bool:
    said = condition.get_expression()
    values = [_value(it, item) for it in said["values"]]
    return bool(_OPERATORS[said["operator"]](*values))


def _value(part: object, item: Item) -> object:
    if isinstance(part, ConditionBase):
        return _holds(part, item)
    if isinstance(part, AttributeBase):
        return item.get(part.name, _MISSING)
    return part


def _alike(one: object, other: object) -> bool:
    return type(one) is type(other)
