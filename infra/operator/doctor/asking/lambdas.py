"""Checks of the Lambdas that the sweep does not make: their roles, its own schedule."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from chalice_app.adapters.watcher.parts import FUNCTIONS
from chalice_app.domain.watcher.deliveries import judged_schedule
from chalice_app.domain.watcher.finding import Finding, ok
from infra.configuration import CONFIGURATION
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.judging.roles import judged_role

Json = Mapping[str, Any]


def roles(chain: Chain) -> Iterator[Finding]:
    found: list[Finding] = []
    for part in FUNCTIONS:
        told = chain.described(chain.name_of(part)) or {}
        role = told["Configuration"]["Role"]
        found += _role(chain, role.rpartition("/")[2], part)
    yield from found
    if not found:
        yield ok("roles_right")


def _role(chain: Chain, role: str, part: str) -> Iterator[Finding]:
    iam = chain.session.client("iam")
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    # botocore has decoded the document, whatever its type says.
    policies = {
        it: cast(
            "Json",
            iam.get_role_policy(RoleName=role, PolicyName=it)["PolicyDocument"],
        )
        for it in names
    }
    told = iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]
    file = chain.project / ".chalice" / _policy_file(chain, part)
    expected = json.loads(file.read_text(encoding="utf-8"))
    attached = [it["PolicyName"] for it in told]
    yield from judged_role(role, policies, attached, expected)


def _policy_file(chain: Chain, part: str) -> str:
    """Name the file as Chalice does: what stands under the stage comes first."""
    text = (chain.project / CONFIGURATION).read_text(encoding="utf-8")
    document: Json = json.loads(text)
    places = (document["stages"][chain.stage], document)
    given = [it.get("lambda_functions", {}).get(part, {}) for it in places]
    return str(next(it["iam_policy_file"] for it in given if "iam_policy_file" in it))


def sweep(chain: Chain) -> Iterator[Finding]:
    events, name = chain.session.client("events"), chain.name_of("sweep")
    function = chain.function(name)
    names = events.list_rule_names_by_target(TargetArn=function)["RuleNames"]
    rules: dict[str, Json] = {it: {**events.describe_rule(Name=it)} for it in names}
    found = list(judged_schedule(function, rules, chain.policy(name)))
    yield from found or [ok("sweep_scheduled", rule=", ".join(names))]
