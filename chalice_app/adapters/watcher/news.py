"""Checks of the way from a KMS call to the e-mails: trail, rules, topics, addresses."""

from collections.abc import Iterator, Mapping
from typing import Any

from botocore.exceptions import ClientError

from chalice_app.adapters.watcher.parts import ALARMS, Parts
from chalice_app.domain.watched import WATCHED
from chalice_app.domain.watcher.emails import (
    confirmed,
    judged_emails,
    judged_filter,
    mails,
)
from chalice_app.domain.watcher.finding import Finding
from chalice_app.domain.watcher.rules import judged_rules
from chalice_app.domain.watcher.topics import judged_news, judged_notices
from chalice_app.domain.watcher.trails import Trail, judged_trails


def trail(parts: Parts) -> Iterator[Finding]:
    told = parts.session.client("cloudtrail").describe_trails()
    trails = [_trail(parts, it) for it in told["trailList"]]
    # What KMS itself tells, by names with spaces, comes without a trail.
    calls = [it for it in WATCHED if " " not in it]
    yield from judged_trails(trails, calls, parts.session.region_name)


def _trail(parts: Parts, listed: Mapping[str, Any]) -> Trail:
    name, home = listed["TrailARN"], listed["HomeRegion"]
    if not listed.get("IsMultiRegionTrail") and home != parts.session.region_name:
        return Trail(name=name, here=False)
    client = parts.session.client("cloudtrail", region_name=home)
    logging: bool | None = None
    try:
        logging = client.get_trail_status(Name=name)["IsLogging"]
        selectors = client.get_event_selectors(TrailName=name)
    except ClientError as error:
        if name.split(":")[4] == parts.account:
            raise
        # A member account may not read the selectors of its organization's trail.
        return Trail(name=name, here=True, logging=logging, refused=str(error))
    return Trail(name=name, here=True, logging=logging, selectors={**selectors})


def rules(parts: Parts) -> Iterator[Finding]:
    """Ask of all rules at once; what each says is in the template, which doctor has."""
    events = parts.session.client("events")
    pages = events.get_paginator("list_rules")
    found = pages.paginate(NamePrefix=f"{parts.settings.name('')}")
    states = {it["Name"]: it["State"] for page in found for it in page["Rules"]}
    aimed = events.get_paginator("list_rule_names_by_target")
    told = [
        name
        for page in aimed.paginate(TargetArn=parts.news)
        for name in page["RuleNames"]
    ]
    yield from judged_rules(parts.rules, states, told, parts.news)


def news_topic(parts: Parts) -> Iterator[Finding]:
    sources = [
        parts.arn("events", f"rule/{name}") for name in parts.rules.values() if name
    ]
    yield from judged_news(parts.news, _attributes(parts, parts.news), sources)


def notices_topic(parts: Parts) -> Iterator[Finding]:
    alarms = [
        parts.arn("cloudwatch", f"alarm:{parts.settings.name(part)}") for part in ALARMS
    ]
    yield from judged_notices(parts.notices, _attributes(parts, parts.notices), alarms)


def _attributes(parts: Parts, topic: str) -> Mapping[str, str] | None:
    sns = parts.session.client("sns")
    try:
        return sns.get_topic_attributes(TopicArn=topic)["Attributes"]
    except sns.exceptions.NotFoundException:
        return None


def emails(parts: Parts) -> Iterator[Finding]:
    sns, email = parts.session.client("sns"), parts.settings.email
    notices = parts.subscriptions(parts.notices)
    yield from judged_emails(parts.notices, notices, email, news=False)
    subscriptions = list(parts.subscriptions(parts.news))
    yield from judged_emails(parts.news, subscriptions, email, news=True)
    for each in mails(subscriptions):
        if confirmed(each):
            told = sns.get_subscription_attributes(
                SubscriptionArn=each["SubscriptionArn"]
            )
            yield from judged_filter(each["Endpoint"], told["Attributes"])
