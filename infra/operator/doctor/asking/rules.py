"""The check of the rules: each says what the template of this checkout says."""

from collections.abc import Iterator

from chalice_app.domain.watcher.finding import Finding, ok
from infra.event_rules import rules_of
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.judging.rules import Found, filled, judged_rule
from infra.template import TEMPLATE


def rules(chain: Chain) -> Iterator[Finding]:
    template = TEMPLATE.read_text(encoding="utf-8")
    wanted = [filled(it, chain.values) for it in rules_of(template)]
    found = [
        finding
        for rule in wanted
        for finding in judged_rule(
            rule,
            _rule(chain, rule.name),
            chain.news,
            chain.dead_letters,
            chain.revert,
        )
    ]
    yield from found
    if not found:
        yield ok("rules_right", count=len(wanted), topic=chain.news)


def _rule(chain: Chain, logical_id: str) -> Found:
    events, name = chain.session.client("events"), chain.resources.get(logical_id, "")
    try:
        described = events.describe_rule(Name=name) if name else None
    except events.exceptions.ResourceNotFoundException:
        described = None
    if described is None:
        return Found(name=logical_id, described=None)
    targets = events.list_targets_by_rule(Rule=name)["Targets"]
    return Found(name=name, described={**described}, targets=targets)
