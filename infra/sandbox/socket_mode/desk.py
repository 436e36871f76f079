"""Keys to endanger from the terminal, and the e-mails that come of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from botocore.exceptions import ClientError

from infra.sandbox.aws.people import EVERYTHING
from infra.sandbox.aws.reachable_aws import ReachableAws
from infra.sandbox.aws.shapes import Client
from infra.sandbox.narrator import Narrator

HELP = 'Write "schedule 1", "disable 1", "enable 1" or "cancel 1". Ctrl-C ends.'
KEYS: Mapping[str, str] = MappingProxyType(
    {
        "alias/prod/orders": "Card tokens of the orders database",
        "alias/prod/customer-backups": "Backups of customer data",
        "alias/legacy/invoices": "Invoices before 2020",
    }
)
_CALLS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "schedule": ("schedule_key_deletion", {"PendingWindowInDays": 7}),
        "disable": ("disable_key", {}),
        "enable": ("enable_key", {}),
        "cancel": ("cancel_key_deletion", {}),
    }
)
_LINE = re.compile(r"(\w+) ([1-9])", re.ASCII)


@dataclass(slots=True, kw_only=True)
class Desk:
    aws: ReachableAws
    narrator: Narrator
    _kms: Client = field(init=False)
    _keys: list[str] = field(default_factory=list)
    _mails: int = 0

    def __post_init__(self) -> None:
        you = self.aws.assume("Administrator", "you", EVERYTHING)
        self._kms = self.aws.client("kms", you)

    def make_keys(self) -> None:
        for name, description in KEYS.items():
            made = self._kms.create_key(Description=description)["KeyMetadata"]["KeyId"]
            self._kms.create_alias(AliasName=name, TargetKeyId=made)
            self._keys.append(made)
            self.narrator.hint(f"{len(self._keys)}  {name}")
        self.narrator.hint(HELP)

    def obey(self, line: str) -> None:
        """Make one call to KMS, and tell what it answers."""
        wanted = _LINE.fullmatch(line)
        call = _CALLS.get(wanted[1]) if wanted else None
        if not wanted or not call or int(wanted[2]) > len(self._keys):
            self.narrator.hint(HELP)
            return
        key = self._keys[int(wanted[2]) - 1]
        try:
            getattr(self._kms, call[0])(KeyId=key, **call[1])
        except ClientError as error:
            self.narrator.hint(str(error))
        else:
            self.narrator.hint(f"KMS says: {self._state(key)}.")

    def show_mails(self) -> None:
        mails = self.aws.mailbox()
        for mail in mails[self._mails :]:
            self.narrator.say("In the mailbox:")
            self.narrator.mail(mail)
        self._mails = len(mails)

    def _state(self, key: str) -> str:
        found = self._kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]
        return str(found)
