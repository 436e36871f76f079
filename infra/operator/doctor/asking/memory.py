"""Checks of what Reprieve keeps: the table, the dead letters, the alarms over them."""

from collections.abc import Iterator

from chalice_app.adapters.watcher.parts import ALARMS
from chalice_app.domain.watcher.finding import Finding, ok
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.judging.memory import (
    judged_alarms,
    judged_queue,
    judged_table,
)

_PARTS = ("dead-letters", "actions-dead-letters")


def table(chain: Chain) -> Iterator[Finding]:
    client, name = chain.session.client("dynamodb"), chain.settings.name("cases")
    try:
        found = client.describe_table(TableName=name)["Table"]
    except client.exceptions.ResourceNotFoundException:
        yield from judged_table(name, None, chain.revert)
    else:
        yield from judged_table(name, {**found}, chain.revert)


def dead_letters(chain: Chain) -> Iterator[Finding]:
    for part in _PARTS:
        name = chain.settings.name(part)
        attributes = _attributes(chain, name)
        yield from judged_queue(name, attributes, chain.stage, chain.revert)


def _attributes(chain: Chain, name: str) -> dict[str, str] | None:
    client = chain.session.client("sqs")
    try:
        url = client.get_queue_url(QueueName=name)["QueueUrl"]
    except client.exceptions.QueueDoesNotExist:
        return None
    told = client.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])
    return {str(name): it for name, it in told["Attributes"].items()}


def alarms(chain: Chain) -> Iterator[Finding]:
    names = [chain.settings.name(part) for part in ALARMS]
    told = chain.session.client("cloudwatch").describe_alarms(AlarmNames=names)
    found = list(
        judged_alarms(names, told["MetricAlarms"], chain.notices, chain.revert)
    )
    yield from found or [ok("alarms_quiet", alarms=", ".join(names))]
