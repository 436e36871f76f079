"""Checks of the way from a KMS call to the e-mails: trail, rules, topics, addresses."""

from collections.abc import Iterator, Mapping
from typing import Any

from botocore.exceptions import ClientError

from chalice_app.domain.watched import WATCHED
from infra.event_rules import rules_of
from infra.operator.doctor.asking.memory import ALARMS
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.finding import Finding, ok
from infra.operator.doctor.judging.emails import (
    confirmed,
    judged_emails,
    judged_filter,
    mails,
)
from infra.operator.doctor.judging.rules import Found, filled, judged_rule
from infra.operator.doctor.judging.topics import judged_news, judged_notices
from infra.operator.doctor.judging.trails import Trail, judged_trails
from infra.template import TEMPLATE


def trail(chain: Chain) -> Iterator[Finding]:
    told = chain.session.client("cloudtrail").describe_trails()
    trails = [_trail(chain, it) for it in told["trailList"]]
    # What KMS itself tells, by names with spaces, comes without a trail.
    calls = [it for it in WATCHED if " " not in it]
    yield from judged_trails(trails, calls, chain.session.region_name)


def _trail(chain: Chain, listed: Mapping[str, Any]) -> Trail:
    name, home = listed["TrailARN"], listed["HomeRegion"]
    if not listed.get("IsMultiRegionTrail") and home != chain.session.region_name:
        return Trail(name=name, here=False)
    client = chain.session.client("cloudtrail", region_name=home)
    logging: bool | None = None
    try:
        logging = client.get_trail_status(Name=name)["IsLogging"]
        selectors = client.get_event_selectors(TrailName=name)
    except ClientError as error:
        # A member account may not read the selectors of its organization's trail.
        return Trail(name=name, here=True, logging=logging, refused=str(error))
    return Trail(name=name, here=True, logging=logging, selectors={**selectors})


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


def news_topic(chain: Chain) -> Iterator[Finding]:
    told = chain.session.client("sns").get_topic_attributes(TopicArn=chain.news)
    wanted = rules_of(TEMPLATE.read_text(encoding="utf-8"))
    sources = [
        chain.arn("events", f"rule/{chain.resources[it.name]}")
        for it in wanted
        if it.name in chain.resources
    ]
    yield from judged_news(chain.news, told["Attributes"], sources)


def notices_topic(chain: Chain) -> Iterator[Finding]:
    told = chain.session.client("sns").get_topic_attributes(TopicArn=chain.notices)
    alarms = [
        chain.arn("cloudwatch", f"alarm:{chain.settings.name(part)}") for part in ALARMS
    ]
    yield from judged_notices(chain.notices, told["Attributes"], alarms)


def emails(chain: Chain) -> Iterator[Finding]:
    sns, email = chain.session.client("sns"), chain.settings.email
    notices = chain.subscriptions(chain.notices)
    yield from judged_emails(chain.notices, notices, email, news=False)
    subscriptions = list(chain.subscriptions(chain.news))
    yield from judged_emails(chain.news, subscriptions, email, news=True)
    for each in mails(subscriptions):
        if confirmed(each):
            told = sns.get_subscription_attributes(
                SubscriptionArn=each["SubscriptionArn"]
            )
            yield from judged_filter(each["Endpoint"], told["Attributes"])
