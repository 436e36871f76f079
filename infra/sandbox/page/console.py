"""The KMS console: each button is a real call to KMS, signed as the person who acts."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from botocore.exceptions import BotoCoreError, ClientError

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.shapes import Client
from infra.sandbox.page.people import PEOPLE, Identities
from infra.sandbox.page.said import BadWishError, Said, Wish, one_of, text, whole

_ALIAS = re.compile(r"alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}")
Call = Callable[[Client, Wish], object]


class Console:
    def __init__(self, aws: LocalAws, identities: Identities) -> None:
        self._aws, self._identities = aws, identities

    def act(self, wish: Wish) -> Said:
        """Call KMS, and tell what it answered, a refusal word for word."""
        action, person = one_of(wish, "action", _CALLS), one_of(wish, "as", PEOPLE)
        try:
            identity = self._identities.of(person)
            _CALLS[action](self._aws.client("kms", identity), wish)
        except ClientError as refusal:
            told = refusal.response["Error"]
            return Said(ok=False, said=f"{told['Code']}: {told['Message']}")
        except BotoCoreError as failure:
            return Said(ok=False, said=f"{type(failure).__name__}: {failure}")
        return Said(ok=True, said=f"{OPERATIONS[action]}: done by {identity.arn}.")


def _schedule(kms: Client, wish: Wish) -> object:
    days = whole(wish, "days")
    return kms.schedule_key_deletion(KeyId=text(wish, "key"), PendingWindowInDays=days)


def _disable(kms: Client, wish: Wish) -> object:
    return kms.disable_key(KeyId=text(wish, "key"))


def _enable(kms: Client, wish: Wish) -> object:
    return kms.enable_key(KeyId=text(wish, "key"))


def _cancel(kms: Client, wish: Wish) -> object:
    return kms.cancel_key_deletion(KeyId=text(wish, "key"))


def _create(kms: Client, wish: Wish) -> object:
    alias = text(wish, "alias")
    if not _ALIAS.fullmatch(alias):
        raise BadWishError(
            "An alias begins with alias/, not with alias/aws/, and has letters, "
            "digits, / _ and - after it."
        )
    made = kms.create_key()["KeyMetadata"]["KeyId"]
    return kms.create_alias(AliasName=alias, TargetKeyId=made)


_CALLS: Mapping[str, Call] = MappingProxyType(
    {
        "schedule": _schedule,
        "disable": _disable,
        "enable": _enable,
        "cancel": _cancel,
        "create": _create,
    }
)
OPERATIONS: Mapping[str, str] = MappingProxyType(
    {
        "schedule": "ScheduleKeyDeletion",
        "disable": "DisableKey",
        "enable": "EnableKey",
        "cancel": "CancelKeyDeletion",
        "create": "CreateKey and CreateAlias",
    }
)
# What the console offers in each state; KMS takes all of it.
OFFERED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Enabled": ("disable", "schedule"),
        "Disabled": ("enable", "schedule"),
        "PendingDeletion": ("cancel",),
        "PendingReplicaDeletion": ("cancel",),
        "PendingImport": ("schedule",),
        "Unavailable": ("schedule",),
    }
)
