"""The inventory, page by page in one process: its time, its memory and its calls."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from infra.bench.bundles import BYTECODE
from infra.bench.functions import INVENTORY, Functions
from infra.bench.ground import Ground
from infra.bench.process import Json, Running, running
from infra.bench.simulated_kms import QUOTAS, SimulatedKms, simulated
from infra.sandbox.aws.deployment import STAGE
from infra.sandbox.aws.shapes import ACCOUNT, REGION

QUEUE = f"reprieve-{STAGE}-inventory"
REAL = 500  # keys of the emulator
# What others may leave of a quota that all of an account share.
SCARCE: Mapping[str, int] = MappingProxyType({**QUOTAS, "DescribeKey": 50})
_SCARCE_KEYS = 1500
_BEGIN = {"body": '{"begin": "now"}', "attributes": {"SentTimestamp": "1795521600000"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One whole inventory, from the first page to the last."""

    pages: int
    seconds: float
    longest: float
    megabytes: float
    aws: Counter[str]


def tables(functions: Functions, keys: int) -> Iterator[str]:
    """Take one of many simulated keys, one under a scarce quota, one of real keys."""
    yield "| inventory | keys | pages | s | longest page, s | MB | throttled | calls |"
    yield "|---|---:|---:|---:|---:|---:|---:|---|"
    for kms in (
        SimulatedKms(keys),
        SimulatedKms(min(keys, _SCARCE_KEYS), SCARCE),
    ):
        with simulated(kms):
            taken = _taken(functions, {"AWS_ENDPOINT_URL_KMS": kms.url})
        for name in QUOTAS:
            taken.aws[name] += kms.calls(name)
        most = kms.most_in_a_second("DescribeKey")
        quota = kms.quotas["DescribeKey"]
        what = f"simulated, {most} DescribeKey a second at most, {quota} allowed"
        yield _row(what, kms.keys, kms.throttled, taken)
    keys = _with_real_keys(functions.ground)
    yield _row("emulator", keys, 0, _taken(functions, {}))


def _row(what: str, keys: int, throttled: int, taken: Taken) -> str:
    calls = ", ".join(f"{count:,} {name}" for name, count in taken.aws.most_common())
    return (
        f"| {what} | {keys:,} | {taken.pages} | {taken.seconds:.0f} | "
        f"{taken.longest:.1f} | {taken.megabytes:.0f} | {throttled} | {calls} |"
    )


def _taken(functions: Functions, changes: Mapping[str, str]) -> Taken:
    ground = functions.ground
    handler = functions.handler(INVENTORY, BYTECODE)
    handler = replace(handler, environment={**handler.environment, **changes})
    while _order(ground):
        continue  # what a sweep has ordered before
    ground.forget_calls()
    with running(handler) as door:
        return _read_pages(ground, door)


def _read_pages(ground: Ground, door: Running) -> Taken:
    """Begin, and hand over each order that follows, until there is none."""
    told = door.send(_event(_BEGIN))
    times = [told.end.at - told.start.at]
    while order := _order(ground):
        told = door.send(_event(order))
        times.append(told.end.at - told.start.at)
    return Taken(
        pages=len(times) - 1,
        seconds=sum(times),
        longest=max(times),
        megabytes=told.end.kilobytes / 1024,
        aws=Counter(ground.aws_calls.names()),
    )


def _order(ground: Ground) -> Json | None:
    """Take the next order out of the queue; the last page leaves none."""
    sqs = ground.client("sqs")
    url = sqs.get_queue_url(QueueName=QUEUE)["QueueUrl"]
    got = sqs.receive_message(QueueUrl=url, AttributeNames=["All"])
    for message in got.get("Messages", ()):
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return {"body": message["Body"], "attributes": message["Attributes"]}
    return None


def _event(order: Json) -> Json:
    source = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{QUEUE}"
    record = {"messageId": "bench", "receiptHandle": "bench", "awsRegion": REGION}
    return {"Records": [{**record, **order, "eventSourceARN": source}]}


def _with_real_keys(ground: Ground) -> int:
    kms = ground.client("kms")
    pages = kms.get_paginator("list_keys").paginate()
    had = sum(len(page["Keys"]) for page in pages)
    for _ in range(had, REAL):
        kms.create_key(Description="Bench")
    return max(had, REAL)
