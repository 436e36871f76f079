"""One AWS service, called in its JSON protocol without boto3."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import OpenerDirector, Request

from chalice_app.adapters.aws_signature import Signer
from chalice_app.errors import TryAgainError

_SECONDS = 5
_TIMES = 2


class AwsJsonError(TryAgainError):
    """AWS refused, by its own name for the reason, or gave no answer."""

    def __init__(self, code: str, *, passing: bool) -> None:
        super().__init__(code)
        self.code = code
        self.passing = passing


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What AWS calls a service, its version of JSON, and the prefix of its targets."""

    name: str
    version: str
    target: str


class AwsJson:
    """`now` counts seconds; `opener` keeps TLS's roots, which take long to load."""

    def __init__(
        self,
        url: str,
        service: Service,
        signer: Signer,
        opener: OpenerDirector,
        now: Callable[[], float],
    ) -> None:
        self.url = url
        self._service = service
        self._signer = signer
        self._opener = opener
        self._now = now

    def ask(self, operation: str, **arguments: object) -> Mapping[str, Any]:
        """Call once more where that may help, as boto3 would; raise AwsJsonError."""
        body = json.dumps(arguments).encode()
        for _ in range(_TIMES - 1):
            try:
                return self._sent(operation, body)
            except AwsJsonError as error:
                if not error.passing:
                    raise
        return self._sent(operation, body)

    def _sent(self, operation: str, body: bytes) -> Mapping[str, Any]:
        asked = Request(self.url, body, self._headers(operation, body))  # noqa: S310
        try:
            with self._opener.open(asked, timeout=_SECONDS) as answer:
                told: Mapping[str, Any] = json.loads(answer.read() or b"{}")
                return told
        except HTTPError as error:
            raise _refused(error) from error
        except (OSError, HTTPException, ValueError) as error:
            raise AwsJsonError(type(error).__name__, passing=True) from error

    def _headers(self, operation: str, body: bytes) -> dict[str, str]:
        headers = {
            "content-type": f"application/x-amz-json-{self._service.version}",
            "host": urlsplit(self.url).netloc,
            "x-amz-target": f"{self._service.target}.{operation}",
        }
        return self._signer.signed(
            headers, body, datetime.fromtimestamp(self._now(), UTC)
        )


def _refused(error: HTTPError) -> AwsJsonError:
    code = _code(error.read()) or str(error.code)
    busy = error.code == HTTPStatus.TOO_MANY_REQUESTS or "Throttl" in code
    failed = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    return AwsJsonError(code, passing=busy or failed)


def _code(body: bytes) -> str:
    """Read the error's name; not AWS has answered where there is none."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    named = told.get("__type", "") if isinstance(told, dict) else ""
    return str(named).rpartition("#")[2]
