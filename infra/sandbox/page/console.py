"""The KMS console: each button is a real call to KMS, signed as the person who acts."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from botocore.exceptions import BotoCoreError, ClientError

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.aws.shapes import Client
from infra.sandbox.page.people import PEOPLE, Identities
from infra.sandbox.page.said import BadWishError, Said, Wish, one_of, text, whole

_ALIAS = re.compile(r"alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}")
Call = Callable[[Client, Wish], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button of the console, and what AWS calls it."""

    name: str
    call: Call


class Console:
    def __init__(self, aws: LocalAws, identities: Identities) -> None:
        self._aws, self._identities = aws, identities

    def act(self, wish: Wish) -> Said:
        """Call KMS, and tell what it answered, a refusal word for word."""
        action = ACTIONS[one_of(wish, "action", ACTIONS)]
        person = one_of(wish, "as", PEOPLE)
        try:
            identity = self._identities.of(person)
            action.call(self._aws.client("kms", identity), wish)
        except ClientError as refusal:
            told = refusal.response["Error"]
            return Said(ok=False, said=f"{told['Code']}: {told['Message']}")
        except BotoCoreError as failure:
            return Said(ok=False, said=f"{type(failure).__name__}: {failure}")
        return Said(ok=True, said=f"{action.name}: done by {identity.arn}.")


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
    listed = kms.get_paginator("list_aliases").paginate()
    if any(one["AliasName"] == alias for page in listed for one in page["Aliases"]):
        raise BadWishError(f"There is a key with the alias {alias} already.")
    made = kms.create_key()["KeyMetadata"]["KeyId"]
    return kms.create_alias(AliasName=alias, TargetKeyId=made)


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "schedule": Action(name="ScheduleKeyDeletion", call=_schedule),
        "disable": Action(name="DisableKey", call=_disable),
        "enable": Action(name="EnableKey", call=_enable),
        "cancel": Action(name="CancelKeyDeletion", call=_cancel),
        "create": Action(name="CreateKey and CreateAlias", call=_create),
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
