"""Which of the separate worlds of AWS a Region belongs to."""

from collections.abc import Mapping

COMMERCIAL = "aws"
PARTITION_BY_PREFIX: Mapping[str, str] = {
    "cn-": "aws-cn",
    "eusc-": "aws-eusc",
    "us-gov-": "aws-us-gov",
    "us-iso-": "aws-iso",
    "us-isob-": "aws-iso-b",
    "eu-isoe-": "aws-iso-e",
    "us-isof-": "aws-iso-f",
}


def partition_of(region: str | None) -> str:
    matches = (
        partition
        for prefix, partition in PARTITION_BY_PREFIX.items()
        if region and region.startswith(prefix)
    )
    return next(matches, COMMERCIAL)
