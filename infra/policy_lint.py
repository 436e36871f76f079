"""Has cfn-lint read the policy files of the Lambdas, as it reads a template's."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from cfnlint.api import ManualArgs, lint

FOLDER = Path(__file__).parents[1] / ".chalice"
# I3510, "resources match the actions", is left out unless it is asked for.
_RULES = ManualArgs(include_checks=["I3510"])


def findings(policy: str) -> Iterator[str]:
    """Give what is wrong with one policy document, in cfn-lint's words."""
    role = {
        "Type": "AWS::IAM::ManagedPolicy",
        "Properties": {"PolicyDocument": json.loads(policy)},
    }
    template = json.dumps({"Resources": {"Policy": role}})
    for found in lint(template, config=_RULES):
        yield f"{found.rule.id} {found.message}"


def main() -> int:
    wrong = [
        f"{path.name}: {each}"
        for path in sorted(FOLDER.glob("policy-*.json"))
        for each in findings(path.read_text(encoding="utf-8"))
    ]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
