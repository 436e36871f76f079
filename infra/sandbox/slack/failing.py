"""How the local Slack names its calls, says no, and lets its history lag."""

import json
from collections.abc import Callable

from infra.sandbox.faults.book import Book
from infra.sandbox.faults.exchange import Application, Exchange, Reply, as_json
from infra.sandbox.faults.failing import Dialect, failing
from infra.sandbox.faults.fault import Fault

WHERE = "slack"


def may_fail(application: Application, *, clock: Callable[[], float]) -> Application:
    def lagging(fault: Fault, body: bytes) -> bytes:
        return _until(clock() - fault.seconds, body)

    dialect = Dialect(named=_named, refused=_refused, stale=lagging)
    return failing(Book(), dialect, application)


def _named(call: Exchange) -> tuple[str, str]:
    kind, _, name = call.path.strip("/").partition("/")
    return WHERE, name if kind == "api" else "response_url"


def _refused(_call: Exchange, fault: Fault) -> Reply:
    return as_json({"ok": False, "error": fault.name})


def _until(latest: float, body: bytes) -> bytes:
    answer = json.loads(body)
    said = answer.get("messages", [])
    answer["messages"] = [one for one in said if float(one["ts"]) <= latest]
    return json.dumps(answer).encode()
