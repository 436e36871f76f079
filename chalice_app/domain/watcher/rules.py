"""Whether the stack's rules are there, enabled, and aim at the topic."""

from collections.abc import Collection, Iterator, Mapping

from chalice_app.domain.watcher.finding import Finding, ok, wrong


def judged_rules(
    stack: Mapping[str, str],
    states: Mapping[str, str],
    aimed: Collection[str],
    topic: str,
) -> Iterator[Finding]:
    """Compare the names in the stack with the rules' states, and who has the topic."""
    found = [it for each in stack.items() for it in _judged(each, states, aimed, topic)]
    yield from found
    if not found:
        yield ok("rules_right", count=len(stack), topic=topic)


def _judged(
    rule: tuple[str, str],
    states: Mapping[str, str],
    aimed: Collection[str],
    topic: str,
) -> Iterator[Finding]:
    logical_id, name = rule
    if name not in states:
        yield wrong("rule_missing", rule=logical_id)
        return
    if not states[name].startswith("ENABLED"):
        yield wrong("rule_disabled", rule=name)
    if name not in aimed:
        yield wrong("rule_target", rule=name, topic=topic)
