"""In whose name a call is made, and an environment that no real account can enter."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from infra.sandbox.aws.shapes import ACCOUNT, REGION


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
    # Profiles, roles, other endpoints: each AWS_ variable could lead past the sandbox.
    kept = {name: value for name, value in base.items() if not name.startswith("AWS_")}
    signed = {"AWS_SESSION_TOKEN": identity.token} if identity.token else {}
    return {
        **kept,
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": identity.access_key,
        "AWS_SECRET_ACCESS_KEY": identity.secret_key,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_PAGER": "",
        **signed,
    }
