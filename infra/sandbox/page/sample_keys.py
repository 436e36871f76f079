"""The keys that a newcomer finds: what one would not like to lose."""

from collections.abc import Mapping
from types import MappingProxyType

from infra.sandbox.aws.shapes import Client

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "alias/prod/orders": "Orders and payments of the web shop",
        "alias/prod/customer-backups": "Nightly backups of customer data",
        "alias/legacy/invoices": "Invoices since 2014; does anybody still use it?",
    }
)


def make_keys(kms: Client) -> None:
    for alias, description in KEYS.items():
        made = kms.create_key(Description=description)["KeyMetadata"]["KeyId"]
        kms.create_alias(AliasName=alias, TargetKeyId=made)
