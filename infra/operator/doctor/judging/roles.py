"""Whether a Lambda's role may do what its policy file says, and nothing else."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chalice_app.domain.watcher.finding import Finding, wrong

Json = Mapping[str, Any]


def judged_role(
    role: str, policies: Mapping[str, Json], attached: Sequence[str], expected: Json
) -> Iterator[Finding]:
    """Compare a role's inline policies, and those attached to it, with its file."""
    alike = [
        name for name, found in policies.items() if _plain(found) == _plain(expected)
    ]
    if not alike:
        yield wrong("role_differs", role=role)
    more = sorted(policies.keys() - alike[:1]) if alike else sorted(policies)[1:]
    for name in (*more, *attached):
        yield wrong("role_more", role=role, policy=name)


def _plain(policy: Json) -> list[str]:
    """Write a policy so that the order of its statements and actions is no matter."""
    return sorted(json.dumps(_sorted(it), sort_keys=True) for it in policy["Statement"])


def _sorted(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _sorted(it) for name, it in value.items()}
    if isinstance(value, list):
        found = sorted((_sorted(it) for it in value), key=str)
        return found[0] if len(found) == 1 else found
    return value
