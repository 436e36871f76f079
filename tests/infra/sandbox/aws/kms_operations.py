"""How to call each KMS operation of the table through boto3."""

from collections.abc import Callable
from typing import Any

Call = Callable[[Any, str], Any]
POLICY = '{"Version": "2012-10-17", "Statement": []}'
TAGS = [{"TagKey": "owner", "TagValue": "ada"}]

CALLS: dict[str, Call] = {
    "DescribeKey": lambda kms, key: kms.describe_key(KeyId=key),
    "GetKeyPolicy": lambda kms, key: kms.get_key_policy(KeyId=key),
    "PutKeyPolicy": lambda kms, key: kms.put_key_policy(KeyId=key, Policy=POLICY),
    "ListGrants": lambda kms, key: kms.list_grants(KeyId=key),
    "ListAliases": lambda kms, key: kms.list_aliases(KeyId=key),
    "ListResourceTags": lambda kms, key: kms.list_resource_tags(KeyId=key),
    "EnableKey": lambda kms, key: kms.enable_key(KeyId=key),
    "DisableKey": lambda kms, key: kms.disable_key(KeyId=key),
    "ScheduleKeyDeletion": lambda kms, key: kms.schedule_key_deletion(KeyId=key),
    "CancelKeyDeletion": lambda kms, key: kms.cancel_key_deletion(KeyId=key),
    "CreateGrant": lambda kms, key: kms.create_grant(
        KeyId=key,
        GranteePrincipal="arn:aws:iam::111122223333:role/reader",
        Operations=["Decrypt"],
    ),
    "Encrypt": lambda kms, key: kms.encrypt(KeyId=key, Plaintext=b"text"),
    "GenerateDataKey": lambda kms, key: kms.generate_data_key(
        KeyId=key, KeySpec="AES_256"
    ),
    "GenerateDataKeyWithoutPlaintext": lambda kms, key: (
        kms.generate_data_key_without_plaintext(KeyId=key, KeySpec="AES_256")
    ),
    "TagResource": lambda kms, key: kms.tag_resource(KeyId=key, Tags=TAGS),
    "UntagResource": lambda kms, key: kms.untag_resource(KeyId=key, TagKeys=["owner"]),
    "UpdateKeyDescription": lambda kms, key: kms.update_key_description(
        KeyId=key, Description="new"
    ),
    "DeleteImportedKeyMaterial": lambda kms, key: kms.delete_imported_key_material(
        KeyId=key
    ),
}
