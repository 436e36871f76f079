"""A drill's hops as an operator reads them, and as JSON."""

from collections.abc import Mapping
from itertools import pairwise

from infra.operator.drill.hops import Hop, Took, silent, took
from infra.operator.drill.sending import Sent
from infra.operator.wording import say

Hops = tuple[Hop, ...]

_LABEL, _TIME = 13, 12  # the longest of each


def lines(hops: Hops) -> list[str]:
    """Write a line for each hop that has answered."""
    before: list[Hop | None] = [None, *hops]
    pairs = zip(before, hops, strict=False)
    return [_line(earlier, hop) for earlier, hop in pairs if hop.at]


def total(hops: Hops) -> str:
    """Say how long the whole way to Slack was."""
    by_name = {it.name: it for it in hops}
    whole = took(by_name["eventbridge"], by_name["slack"])
    return say("test-alert.total", took=_span(whole)) if whole else ""


def as_facts(sent: Sent, hops: Hops, why: str | None) -> Mapping[str, object]:
    """Give it all for machines; `why` says where to look, if a hop is silent."""
    spans = [None, *(took(*pair) for pair in pairwise(hops))]
    return {
        "drill": sent.id,
        "put_events_seconds": round(sent.seconds, 3),
        "hops": [_facts(*it) for it in zip(hops, spans, strict=True)],
        "email": "not checked",
        "silent": silent(hops),
        "look": why,
    }


def _facts(hop: Hop, span: Took | None) -> Mapping[str, object]:
    return {
        "hop": hop.name,
        "at": hop.at.isoformat() if hop.at else None,
        "at_least_seconds": round(span.least, 3) if span else None,
        "at_most_seconds": round(span.most, 3) if span else None,
    }


def _line(before: Hop | None, hop: Hop) -> str:
    span = took(before, hop) if before else None
    return say(
        "test-alert.hop_line",
        hop=f"{say(f'test-alert.hop.{hop.name}'):{_LABEL}}",
        at=f"{_clock(hop):{_TIME}}",
        took=_span(span) if span else "",
    )


def _clock(hop: Hop) -> str:
    exactly = "seconds" if hop.whole else "milliseconds"
    return hop.at.time().isoformat(timespec=exactly) if hop.at else ""


def _span(span: Took) -> str:
    """Say what is certain: clocks that are told in whole seconds leave a span."""
    least, most = f"{span.least:.2f}", f"{span.most:.2f}"
    if span.most < 0:
        return say("test-alert.took.backwards", seconds=f"{-span.most:.2f}")
    if span.least == span.most:
        return say("test-alert.took.exactly", seconds=most)
    if span.least <= 0:
        return say("test-alert.took.at_most", seconds=most)
    return say("test-alert.took.between", least=least, most=most)
