"""The table in memory answers as DynamoDB does, as moto and the sandbox have it."""

from collections.abc import Iterator
from typing import Any

import pytest
from boto3.dynamodb.conditions import Attr, ConditionBase
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chalice_app.adapters.table import Table
from chalice_app.adapters.table_write import NEW, THERE, Write, put, update
from tests.fakes.memory_table import MemoryTable
from tests.fakes.places import NOON
from tests.fakes.tables import dynamodb, new_table

KEYS = [{"pk": f"CASE#{it}", "sk": "HEAD"} for it in "ab"]
SHARD = "a"
# An attribute has values of one type, as in the product; moto fails on others.
NUMBERS, TEXTS = st.integers(1, 3), st.sampled_from(["", "9", "10", "2026-01-01T00Z"])
TYPES: dict[str, st.SearchStrategy[Any]] = {
    "version": NUMBERS,
    "until": TEXTS,
    "ts": TEXTS,
}
FACTS = st.fixed_dictionaries({}, optional=TYPES)
DUE: st.SearchStrategy[dict[str, str]] = st.just({}) | st.builds(
    lambda at: {"due_shard": SHARD, "next_due_at": at}, st.sampled_from("123")
)


def compared(name: str, value: object) -> list[ConditionBase]:
    attr = Attr(name)
    return [attr.eq(value), attr.lt(value), attr.lte(value), attr.gt(value)]


SIMPLE: st.SearchStrategy[ConditionBase] = st.one_of(
    st.sampled_from([NEW, THERE, Attr("ts").not_exists(), Attr("until").exists()]),
    st.builds(compared, st.just("version"), NUMBERS).flatmap(st.sampled_from),
    st.builds(compared, st.just("until"), TEXTS).flatmap(st.sampled_from),
)
CONDITIONS = st.one_of(
    SIMPLE,
    st.builds(lambda one, other: one & other, SIMPLE, SIMPLE),
    st.builds(lambda one, other: one | other, SIMPLE, SIMPLE),
)
PUTS = st.builds(
    lambda key, facts, due, when: put({**key, **facts, **due}, when),
    st.sampled_from(KEYS),
    FACTS,
    DUE,
    CONDITIONS,
)


def updated(key: Any, values: Any, when: ConditionBase, remove: Any) -> Write:
    """Name no attribute twice, which DynamoDB refuses."""
    return update(key, values, when, [it for it in remove if it not in values])


# An update that changes nothing has no expression, which DynamoDB refuses.
UPDATES = st.builds(
    updated,
    st.sampled_from(KEYS),
    FACTS.filter(bool),
    CONDITIONS,
    st.sampled_from([(), ("ts",), ("due_shard", "next_due_at")]),
)
TRANSACTIONS = st.lists(
    st.lists(PUTS | UPDATES, min_size=1, max_size=2, unique_by=lambda it: it.key["pk"]),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module")
def on_moto() -> Iterator[Any]:
    with dynamodb() as client:
        yield client


@given(TRANSACTIONS)
@settings(
    max_examples=100, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_every_write_is_answered_and_kept_alike(
    on_moto: Any, transactions: list[list[Write]]
) -> None:
    table = Table(on_moto, new_table(on_moto))
    memory = MemoryTable(lambda: NOON)

    for writes in transactions:
        assert memory.write(*writes) == table.write(*writes)
        for key in KEYS:
            assert memory.read(key) == table.read(key)
            alike = (list(it.under(key["pk"], "HE")) for it in (memory, table))
            assert next(alike) == next(alike)
        assert due(memory) == due(table)


def due(table: Table | MemoryTable) -> list[str]:
    """Name the order of what is due; the real index says no order of what is equal."""
    return [it["next_due_at"] for it in table.due(SHARD)]
