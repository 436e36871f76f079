"""Whether EventBridge's rules hear KMS and tell the topic, as the template says."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalice_app.domain.watcher.finding import Finding, wrong
from infra.event_rules import BARE, Rule

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A rule as EventBridge has it; `described` is None where there is none."""

    name: str
    described: Json | None
    targets: Sequence[Json] = ()


def filled(rule: Rule, values: Mapping[str, str]) -> Rule:
    """Write into a rule's pattern what CloudFormation does, such as ${Stage}."""
    text = json.dumps(rule.pattern)
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    return replace(rule, pattern=json.loads(text))


def judged_rule(
    rule: Rule, found: Found, topic: str, dead_letters: str, revert: str
) -> Iterator[Finding]:
    if found.described is None:
        yield wrong("rule_missing", rule=rule.name, revert=revert)
        return
    if not found.described["State"].startswith("ENABLED"):
        yield wrong("rule_disabled", rule=found.name)
    pattern = json.loads(found.described.get("EventPattern", "{}"))
    schedule = found.described.get("ScheduleExpression") or None
    told = [it for it in found.targets if it["Arn"] == topic]
    problems = (
        (pattern != rule.pattern or schedule != rule.schedule, "rule_pattern"),
        (not told, "rule_target"),
        (bool(told) and not _any_says(told, rule), "rule_words"),
        (bool(told) and dead_letters not in _left_in(told), "rule_dead_letters"),
    )
    for name in (name for holds, name in problems if holds):
        yield wrong(name, rule=found.name, topic=topic, revert=revert)


def _any_says(targets: Sequence[Json], rule: Rule) -> bool:
    written = [it.get("InputTransformer", BARE) for it in targets]
    said = [(it.get("InputPathsMap") or {}, it.get("InputTemplate")) for it in written]
    return (rule.paths, rule.template) in said


def _left_in(targets: Sequence[Json]) -> list[object]:
    return [it.get("DeadLetterConfig", {}).get("Arn") for it in targets]
