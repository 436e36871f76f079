"""Who made a call, in a name that a person recognises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chalice_app.domain.fields import Fields, fields_at, text_at
from chalice_app.domain.role_session import last_part, role_session_name

_LONGEST_NAME = 256
_LONGEST_ARN = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The kind is the identity type as CloudTrail says, empty where it says none."""

    kind: str
    name: str
    arn: str | None


def actor_in(detail: Fields) -> Actor | None:
    identity = fields_at(detail, "userIdentity")
    if not identity:
        return None
    kind = text_at(identity, "type", limit=64) or ""
    return Actor(
        kind=kind,
        name=_name(kind, identity)[:_LONGEST_NAME],
        arn=text_at(identity, "arn", limit=_LONGEST_ARN),
    )


def _name(kind: str, identity: Fields) -> str:
    # Central root access shows as a session of whatever type, marked by this field.
    if text_at(identity, "sessionContext", "assumedRoot") == "true":
        return _root(identity)
    named = _NAMES.get(kind, _user)(identity)
    return named or _whatever_is_there(identity) or kind or "unknown identity"


def _user(identity: Fields) -> str | None:
    return text_at(identity, "userName")


def _root(identity: Fields) -> str:
    # userName of Root is the alias of the account, not a person.
    account = text_at(identity, "accountId")
    return f"root of {account}" if account else "root"


def _federated(identity: Fields) -> str | None:
    name = _last_of_arn(identity) or last_part(text_at(identity, "principalId"))
    issuer = fields_at(identity, "sessionContext", "sessionIssuer")
    issued_by = text_at(issuer, "userName") or _last_of_arn(issuer)
    return f"{name} (issued by {issued_by})" if name and issued_by else name


def _account(identity: Fields) -> str | None:
    account = text_at(identity, "accountId")
    return f"account {account}" if account else None


def _service(identity: Fields) -> str | None:
    service = text_at(identity, "invokedBy")
    return "AWS KMS itself" if service == "AWS Internal" else service


def _directory_user(identity: Fields) -> str | None:
    user = text_at(identity, "onBehalfOf", "userId")
    return f"Identity Center user {user}" if user else None


def _last_of_arn(identity: Fields) -> str | None:
    return last_part(text_at(identity, "arn", limit=_LONGEST_ARN))


def _principal(identity: Fields) -> str | None:
    return text_at(identity, "principalId")


_NAMES: Mapping[str, Callable[[Fields], str | None]] = {
    "": _service,
    "AWSService": _service,
    "AWSAccount": _account,
    "AssumedRole": role_session_name,
    "FederatedUser": _federated,
    "IdentityCenterUser": _directory_user,
    "Role": _last_of_arn,
    "Root": _root,
    "Unknown": _last_of_arn,
}


def _whatever_is_there(identity: Fields) -> str | None:
    ways = (_last_of_arn, _user, _principal, _service, _account)
    return next((name for way in ways if (name := way(identity))), None)
