"""Who made a call."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The kind is the identity type as CloudTrail says, empty where it says none."""

    kind: str
    name: str
    arn: str | None
