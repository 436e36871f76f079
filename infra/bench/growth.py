"""How many calls are made, and how that grows with events and with keys."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infra.bench.bundles import BYTECODE
from infra.bench.events import press, queued_press, trouble
from infra.bench.functions import ACTIONS, ALERTS, SLACK, SWEEP, Functions
from infra.bench.ground import Ground
from infra.bench.process import Json, running
from infra.sandbox.aws.shapes import ACCOUNT, REGION

STEPS = (1, 10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The calls that one event has caused."""

    what: str
    aws: Counter[str]
    slack: Counter[str]


def calls(functions: Functions) -> Iterator[Made]:
    """Count for one alert and one press, in fresh processes."""
    one = trouble(functions.ground)
    yield _counted(functions, ALERTS, "alerts, one alert", one.news)
    pressed = press(functions.ground, one.key)
    yield _counted(functions, SLACK, "slack, one press", pressed)
    queued = queued_press(functions.ground)
    yield _counted(functions, ACTIONS, "actions, one press", queued)


def with_events(functions: Functions) -> Iterator[Made]:
    """Count for the first, tenth and hundredth event on one key, in one process."""
    news = _turns(functions.ground, STEPS[-1])
    with running(functions.handler(ALERTS, BYTECODE)) as door:
        door.send(trouble(functions.ground).news)
        for number, event in enumerate(news, start=1):
            functions.ground.forget_calls()
            door.send(event)
            if number in STEPS:
                yield _made(functions.ground, f"event {number} on one key")


def with_keys(functions: Functions) -> Iterator[Made]:
    """Count for one alert and one sweep while there are so many keys."""
    kms = functions.ground.client("kms")
    before = had = _keys(functions.ground)
    for step in STEPS:
        for _ in range(had - before, step):
            kms.create_key(Description="Bench")
        had = max(had, before + step)
        news = trouble(functions.ground).news
        what = f"keys in the account: {had + 1}"
        yield _counted(functions, ALERTS, f"one alert, {what}", news)
        yield _counted(functions, SWEEP, f"one sweep, {what}", _tick())
        had += 1


def _turns(ground: Ground, most: int) -> Sequence[Json]:
    """Disable and enable one key in turn, and give the news of each."""
    kms = ground.client("kms")
    key = kms.create_key(Description="Bench")["KeyMetadata"]["KeyId"]
    news = []
    for number in range(most):
        (kms.enable_key if number % 2 else kms.disable_key)(KeyId=key)
        news.append(ground.news(key))
    return news


def _keys(ground: Ground) -> int:
    pages = ground.client("kms").get_paginator("list_keys").paginate()
    return sum(len(page["Keys"]) for page in pages)


def _tick() -> Json:
    arn = f"arn:aws:events:{REGION}:{ACCOUNT}:rule/bench"
    return {
        "id": "bench",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT,
        "time": "2026-01-01T00:00:00Z",
        "region": REGION,
        "resources": [arn],
        "detail": {},
        "version": "0",
    }


def _counted(functions: Functions, name: str, what: str, event: Json) -> Made:
    with running(functions.handler(name, BYTECODE)) as door:
        functions.ground.forget_calls()
        door.send(event)
        return _made(functions.ground, what)


def _made(ground: Ground, what: str) -> Made:
    return Made(
        what=what,
        aws=Counter(ground.aws_calls.names()),
        slack=Counter(ground.slack_calls.names()),
    )
