"""Whether the two topics let in those who write to them."""

from collections.abc import Iterable, Iterator, Mapping

from chalice_app.domain.watcher.doors import Caller, Door, door
from chalice_app.domain.watcher.finding import Finding, ok, warning, wrong

Attributes = Mapping[str, str]
_CLOSED = {"news": "news_closed", "notices": "notices_closed"}
_UNKNOWN = {"news": "news_doubtful", "notices": "notices_doubtful"}
_OPEN = {"news": "news_open", "notices": "notices_open"}


def judged_news(
    topic: str, attributes: Attributes | None, rules: Iterable[str]
) -> Iterator[Finding]:
    """Judge the topic that EventBridge's rules write to; None where there is none."""
    if attributes is None:
        yield wrong("topic_missing", topic=topic)
        return
    if attributes.get("KmsMasterKeyId"):
        yield warning("news_encrypted", topic=topic, key=attributes["KmsMasterKeyId"])
    doors = _doors("events.amazonaws.com", topic, attributes, rules)
    # EventBridge's guide says that it supports no Condition in a topic's policy.
    if set(doors.values()) == {Door.CONDITIONAL}:
        yield warning("news_conditional", topic=topic)
    else:
        yield from _judged("news", topic, doors)


def judged_notices(
    topic: str, attributes: Attributes | None, alarms: Iterable[str]
) -> Iterator[Finding]:
    """Judge the topic that CloudWatch's alarms write to; None where there is none."""
    if attributes is None:
        yield wrong("topic_missing", topic=topic)
        return
    doors = _doors("cloudwatch.amazonaws.com", topic, attributes, alarms)
    yield from _judged("notices", topic, doors)


def _doors(
    service: str, topic: str, attributes: Attributes, sources: Iterable[str]
) -> dict[str, Door]:
    return {
        source: door(
            attributes.get("Policy"),
            Caller(
                service=service, action="sns:Publish", resource=topic, source=source
            ),
        )
        for source in sources
    }


def _judged(kind: str, topic: str, doors: Mapping[str, Door]) -> Iterator[Finding]:
    names = {
        it: ", ".join(_name(source) for source, found in doors.items() if found is it)
        for it in Door
    }
    if names[Door.CLOSED]:
        yield wrong(_CLOSED[kind], topic=topic, sources=names[Door.CLOSED])
    if names[Door.UNKNOWN]:
        yield warning(_UNKNOWN[kind], topic=topic, sources=names[Door.UNKNOWN])
    if not names[Door.CLOSED] and not names[Door.UNKNOWN]:
        yield ok(_OPEN[kind], topic=topic)


def _name(arn: str) -> str:
    return arn.rpartition(":")[2].rpartition("/")[2]
