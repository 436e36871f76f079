"""The endpoint that reads, sets and clears the faults of a server."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from infra.sandbox.faults.book import Book
from infra.sandbox.faults.exchange import Reply, as_json
from infra.sandbox.faults.fault import Fault, Kind

PATH = "/_sandbox/faults"
RESET = "/_sandbox/reset"


def switched(book: Book, method: str, body: bytes) -> Reply:
    try:
        if method == "POST":
            book.add(read(json.loads(body)))
        elif method == "DELETE":
            book.clear()
    except (TypeError, ValueError) as error:
        return as_json({"error": f"This is no fault: {error}."}, status=400)
    return as_json([asdict(fault) for fault in book.faults])


def read(document: Mapping[str, Any]) -> Fault:
    return Fault(**{**document, "kind": Kind(document.get("kind", ""))})
