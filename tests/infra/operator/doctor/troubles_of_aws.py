"""What can be wrong between KMS and the topics, made and taken back."""

import json
from collections.abc import Callable
from typing import Any

from infra.sandbox.aws.account_trail import NAME
from tests.infra.operator.doctor.undone import Back, Row, Trouble, calls, undone
from tests.infra.operator.doctor.visited import Visited

USUAL = {"ReadWriteType": "All", "IncludeManagementEvents": True}
KMS = "kms.amazonaws.com"
DATA = {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Data"]}]}
NOBODY = json.dumps({"Version": "2012-10-17", "Statement": []})
OTHER_QUEUE = {"Arn": "arn:aws:sqs:eu-west-1:111122223333:theirs"}
OTHER_WORDS = {"InputPathsMap": {"a": "$.b"}, "InputTemplate": '"<a>"'}
OTHER_PATTERN = json.dumps({"source": ["aws.s3"]})


def selecting(**how: Any) -> Trouble:
    def make(at: Visited) -> Back:
        put = at.aws("cloudtrail").put_event_selectors
        put(TrailName=NAME, **how)
        return lambda: put(TrailName=NAME, EventSelectors=[USUAL])

    return undone(make)


def basic(**how: Any) -> Trouble:
    return selecting(EventSelectors=[{**USUAL, **how}])


@undone
def without_trail(at: Visited) -> Back:
    trails = at.aws("cloudtrail")
    trails.delete_trail(Name=NAME)

    def back() -> None:
        trails.create_trail(Name=NAME, S3BucketName=NAME, IsMultiRegionTrail=True)
        trails.start_logging(Name=NAME)

    return back


def of_rule(change: Callable[[Any, str], object]) -> Trouble:
    """Change the rule of disabled keys, and write it anew as it was."""

    def make(at: Visited) -> Back:
        events, name = at.aws("events"), at.chain().resources["Disabled"]
        described = events.describe_rule(Name=name)
        targets = events.list_targets_by_rule(Rule=name)["Targets"]
        kept = {it: described[it] for it in ("Name", "EventPattern", "State")}
        change(events, name)

        def back() -> None:
            events.put_rule(**kept)
            events.put_targets(Rule=name, Targets=targets)

        return back

    return undone(make)


def delete_rule(events: Any, name: str) -> None:
    events.remove_targets(Rule=name, Ids=["news"])
    events.delete_rule(Name=name)


def other_target(**how: Any) -> Trouble:
    def change(events: Any, name: str) -> None:
        [target] = events.list_targets_by_rule(Rule=name)["Targets"]
        events.put_targets(Rule=name, Targets=[{**target, **how}])

    return of_rule(change)


def of_topic(part: str, attribute: str, value: str) -> Trouble:
    def make(at: Visited) -> Back:
        sns, topic = at.aws("sns"), getattr(at.chain(), part)
        before = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
        which = {"TopicArn": topic, "AttributeName": attribute}
        sns.set_topic_attributes(**which, AttributeValue=value)
        old = before.get(attribute, "")
        return lambda: sns.set_topic_attributes(**which, AttributeValue=old)

    return undone(make)


STOPPED = calls("cloudtrail", "stop_logging", "start_logging", Name=NAME)
DISABLED = of_rule(lambda events, name: events.disable_rule(Name=name))
NO_TARGET = of_rule(lambda it, name: it.remove_targets(Rule=name, Ids=["news"]))
DEAF = of_rule(lambda it, name: it.put_rule(Name=name, EventPattern=OTHER_PATTERN))

TROUBLES: tuple[Row, ...] = (
    ("trail", "trail_stopped", STOPPED),
    ("trail", "trail_missing", without_trail),
    ("trail", "trail_no_management", basic(IncludeManagementEvents=False)),
    ("trail", "trail_reads_only", basic(ReadWriteType="ReadOnly")),
    ("trail", "trail_excludes_kms", basic(ExcludeManagementEventSources=[KMS])),
    ("trail", "trail_leaves_out", selecting(AdvancedEventSelectors=[DATA])),
    ("rules", "rule_disabled", DISABLED),
    ("rules", "rule_missing", of_rule(delete_rule)),
    ("rules", "rule_target", NO_TARGET),
    ("rules", "rule_pattern", DEAF),
    ("rules", "rule_words", other_target(InputTransformer=OTHER_WORDS)),
    ("rules", "rule_dead_letters", other_target(DeadLetterConfig=OTHER_QUEUE)),
    ("news topic", "news_closed", of_topic("news", "Policy", NOBODY)),
    ("news topic", "news_encrypted", of_topic("news", "KmsMasterKeyId", "alias/x")),
    ("notices topic", "notices_closed", of_topic("notices", "Policy", NOBODY)),
)
