"""A fresh world of fakes for each story, on one DynamoDB in memory."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.fakes.tables import dynamodb
from tests.fakes.world import World

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import DynamoDBServiceResource


@pytest.fixture(scope="module")
def memory() -> Iterator["DynamoDBServiceResource"]:
    with dynamodb() as resource:
        yield resource


@pytest.fixture
def world(memory: "DynamoDBServiceResource") -> World:
    return World(memory)


@pytest.fixture
def worlds(memory: "DynamoDBServiceResource") -> Callable[[], World]:
    """Give worlds for a test that needs many."""
    return lambda: World(memory)
