"""What a key event is about: a key, a custom key store, or nothing with a name."""

import re
from dataclasses import dataclass
from enum import StrEnum

# Documentation and masked records carry ids such as "1" or "7944f0ec-EXAMPLE", so no
# UUID is asked for; an alphabet is, because a caller types the id of a refused call.
_PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_KEY_ARN = re.compile(
    r"arn:(?P<partition>aws[a-z-]{0,16}):kms:(?P<region>[a-z0-9-]{1,32})"
    rf":(?P<account>[A-Za-z0-9]{{1,32}}):key/(?P<id>{_PLAIN_ID.pattern})"
)


class SubjectKind(StrEnum):
    KEY = "key"
    KEY_STORE = "key_store"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A key always has an account and a Region; the others may have none."""

    kind: SubjectKind
    id: str
    account: str | None
    region: str | None
    partition: str

    @property
    def arn(self) -> str | None:
        if self.kind is not SubjectKind.KEY:
            return None
        return f"arn:{self.partition}:kms:{self.region}:{self.account}:key/{self.id}"

    @property
    def name(self) -> str:
        if self.kind is SubjectKind.KEY_STORE:
            return f"key-store/{self.account or ''}/{self.region or ''}/{self.id}"
        return self.arn or SubjectKind.UNKNOWN.value


def key_from_arn(arn: str) -> Subject:
    found = _KEY_ARN.fullmatch(arn)
    if found is None:
        raise ValueError("This is not the ARN of a KMS key.")
    return Subject(kind=SubjectKind.KEY, **found.groupdict())


def is_plain_id(text: str) -> bool:
    return _PLAIN_ID.fullmatch(text) is not None
