"""What IAM lets the people of the page's console do, as such people usually may."""

from infra.sandbox.aws.shapes import Json

# What an infrastructure pipeline needs to make and drop keys; saving is not in it.
KEYS_AS_CODE: Json = {
    "Sid": "KeysAsCode",
    "Effect": "Allow",
    "Action": [
        "kms:CreateAlias",
        "kms:CreateKey",
        "kms:DeleteAlias",
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListAliases",
        "kms:ListResourceTags",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
    ],
    "Resource": "*",
}
# The actions that AWS's console gives a key administrator.
KEY_ADMINISTRATION: Json = {
    "Sid": "KeyAdministration",
    "Effect": "Allow",
    "Action": [
        "kms:CancelKeyDeletion",
        "kms:Create*",
        "kms:Delete*",
        "kms:Describe*",
        "kms:Disable*",
        "kms:Enable*",
        "kms:Get*",
        "kms:List*",
        "kms:Put*",
        "kms:Revoke*",
        "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:Update*",
    ],
    "Resource": "*",
}
# The actions that AWS's console gives a key user.
KEY_USE: Json = {
    "Sid": "KeyUse",
    "Effect": "Allow",
    "Action": [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ReEncrypt*",
    ],
    "Resource": "*",
}
