"""The principal behind the request in hand, from the emulator's own credentials."""

from datetime import UTC, datetime

from ministack.core.router import extract_access_key_id
from ministack.services import iam, sts

from infra.sandbox.aws.clock import iso
from infra.sandbox.aws.identity import Caller
from infra.sandbox.aws.shapes import Json


def caller(headers: dict[str, str], query: Json) -> Caller | None:
    known = sts._caller_identity(headers, query)
    # AWS records no call that it cannot authenticate.
    if not isinstance(known, dict):
        return None
    access_key = str(extract_access_key_id(headers, query) or "")
    role = _role(known["userArn"], known["accountId"])
    return Caller(
        arn=known["userArn"],
        account=known["accountId"],
        principal_id=_principal_id(known["userId"], role),
        access_key=access_key,
        role_arn=role.get("Arn", ""),
        session_started=_started(access_key),
    )


def _role(arn: str, account: str) -> Json:
    if ":assumed-role/" not in arn:
        return {}
    name = arn.split("/")[1]
    found: Json | None = iam._roles.get_scoped(account, None, name)
    return found or {"Arn": f"arn:aws:iam::{account}:role/{name}", "RoleId": name}


def _principal_id(user_id: str, role: Json) -> str:
    # For a function's session the emulator writes the role's name, AWS its id.
    return f"{role['RoleId']}:{user_id.rsplit(':', 1)[-1]}" if role else user_id


def _started(access_key: str) -> str:
    session = sts._sessions.get(access_key) or {}
    issued = session.get("IssuedAt")
    return iso(datetime.fromtimestamp(issued, UTC)) if issued else ""
