"""How the local AWS names its calls and says no."""

import json
import re
from urllib.parse import parse_qs

from infra.sandbox.aws import late_deliveries, stale_keys
from infra.sandbox.faults.book import Book
from infra.sandbox.faults.exchange import Application, Exchange, Reply
from infra.sandbox.faults.failing import Dialect, failing
from infra.sandbox.faults.fault import Fault

_SCOPE = re.compile(r"Credential=[^/,]+/\d+/[^/]+/([^/]+)/aws4_request")
_STATUS = {
    "DependencyTimeoutException": 503,
    "InternalServerError": 500,
    "InternalServiceError": 500,
    "KMSInternalException": 500,
}
_MORE = {
    "TransactionCanceledException": {
        "CancellationReasons": [{"Code": "TransactionConflict"}]
    }
}


def may_fail(application: Application) -> Application:
    """Let faults happen at the door of AWS, and inside it; once in a process."""
    book = Book()
    stale_keys.install(book)
    late_deliveries.install(book)
    return failing(book, Dialect(named=_named, refused=_refused), application)


def _named(call: Exchange) -> tuple[str, str]:
    scope = _SCOPE.search(call.header("authorization"))
    target = call.header("x-amz-target").rpartition(".")[2]
    return scope[1] if scope else "", target or _action(call)


def _action(call: Exchange) -> str:
    form = parse_qs(call.body.decode(errors="replace"))
    return form.get("Action", [call.path])[0]


def _refused(call: Exchange, fault: Fault) -> Reply:
    status = _STATUS.get(fault.name, 400)
    if not call.header("x-amz-target"):
        return Reply(status=status, body=_xml(fault).encode())
    more = _MORE.get(fault.name, {})
    document = {"__type": fault.name, "message": _text(fault), **more}
    headers = {"content-type": "application/x-amz-json-1.1"}
    return Reply(status=status, body=json.dumps(document).encode(), headers=headers)


def _text(fault: Fault) -> str:
    return fault.text or f"The sandbox was told to answer {fault.name}."


def _xml(fault: Fault) -> str:
    error = f"<Code>{fault.name}</Code><Message>{_text(fault)}</Message>"
    return f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error></ErrorResponse>"
