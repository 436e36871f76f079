"""The name of a person or machine that works through a role."""

import re

from chalice_app.domain.fields import Fields, text_at

_PERMISSION_SET = re.compile(r"AWSReservedSSO_(.+)_[0-9a-f]{16}")


def role_session_name(identity: Fields) -> str | None:
    role, session = _role(identity), _session(identity)
    if role is None or session is None:
        return session or (f"role {role}" if role else None)
    if text_at(identity, "sessionContext", "ec2RoleDelivery"):
        return f"role {role} on instance {session}"
    permission_set = _PERMISSION_SET.fullmatch(role)
    if permission_set:
        return f"{session} (permission set {permission_set[1]})"
    return f"{session} (role {role})"


def last_part(text: str | None) -> str | None:
    return re.split("[:/]", text)[-1] or None if text else None


def _role(identity: Fields) -> str | None:
    issuer = text_at(identity, "sessionContext", "sessionIssuer", "userName")
    return _assumed(identity, 1) or issuer or last_part(text_at(identity, "arn"))


def _session(identity: Fields) -> str | None:
    # Some records of Identity Center give the ARN of the role, without a session.
    principal = text_at(identity, "principalId") or ""
    return _assumed(identity, 2) or principal.partition(":")[2] or None


def _assumed(identity: Fields, part: int) -> str | None:
    """Return a part of assumed-role/ROLE/SESSION; the session may be left out."""
    parts = (text_at(identity, "arn") or "").rpartition(":")[2].split("/")
    return parts[part] if parts[0] == "assumed-role" and part < len(parts) else None
