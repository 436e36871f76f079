"""Whose name a call is made in, and the environment that keeps every tool away from a real account."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from infra.sandbox.aws.shapes import ACCOUNT, REGION

_NOWHERE = os.devnull
# Each of these could lead a tool past the sandbox.
_REMOVED = (
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    "AWS_ROLE_ARN",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CA_BUNDLE",
    "AWS_SESSION_TOKEN",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    access_key: str
    secret_key: str
    token: str = ""
    arn: str = ""


# The emulator takes an account's number as the access key of its root.
ROOT = Identity(
    access_key=ACCOUNT, secret_key="sandbox", arn=f"arn:aws:iam::{ACCOUNT}:root"
)


def environment(
    endpoint: str, identity: Identity, base: Mapping[str, str]
) -> dict[str, str]:
    kept = {
        n: v
        for n, v in base.items()
        if n not in _REMOVED and not n.startswith("AWS_ENDPOINT_URL")
    }
    signed = {"AWS_SESSION_TOKEN": identity.token} if identity.token else {}
    return {
        **kept,
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": identity.access_key,
        "AWS_SECRET_ACCESS_KEY": identity.secret_key,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": _NOWHERE,
        "AWS_SHARED_CREDENTIALS_FILE": _NOWHERE,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_PAGER": "",
        **signed,
    }
