"""Who called: the userIdentity that CloudTrail writes for a principal."""

from dataclasses import dataclass

from infra.sandbox.aws.shapes import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    arn: str
    account: str
    principal_id: str
    access_key: str
    role_arn: str = ""
    session_started: str = ""


def user_identity(caller: Caller) -> Json:
    common = {
        "principalId": caller.principal_id,
        "arn": caller.arn,
        "accountId": caller.account,
        "accessKeyId": caller.access_key,
    }
    if ":assumed-role/" in caller.arn:
        return {"type": "AssumedRole", **common, "sessionContext": _session(caller)}
    if caller.arn.endswith(":root"):
        return {"type": "Root", **common}
    return {"type": "IAMUser", **common, "userName": caller.arn.rsplit("/", 1)[-1]}


def _session(caller: Caller) -> Json:
    return {
        "sessionIssuer": {
            "type": "Role",
            "principalId": caller.principal_id.split(":", 1)[0],
            "arn": caller.role_arn,
            "accountId": caller.account,
            "userName": caller.role_arn.rsplit("/", 1)[-1],
        },
        "attributes": {
            "creationDate": caller.session_started,
            "mfaAuthenticated": "false",
        },
    }
