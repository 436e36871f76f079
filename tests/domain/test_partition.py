"""Tests of finding the partition of a Region."""

import json
from pathlib import Path

import botocore
import pytest

from chalice_app.domain.partition import partition_of

PARTITIONS = json.loads(
    (Path(botocore.__file__).parent / "data" / "partitions.json").read_bytes()
)["partitions"]
REGIONS = [
    (region, partition["id"])
    for partition in PARTITIONS
    for region in partition["regions"]
    if not region.startswith("aws-")
]


@pytest.mark.parametrize(("region", "partition"), REGIONS)
def test_each_region_that_botocore_knows_is_in_its_partition(
    region: str, partition: str
) -> None:
    assert partition_of(region) == partition


def test_an_unknown_region_is_taken_for_a_commercial_one() -> None:
    assert (partition_of(None), partition_of("xx-new-1")) == ("aws", "aws")
