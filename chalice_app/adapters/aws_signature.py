"""AWS's request signature, version 4, for the few calls that are made without boto3.

botocore has a signer, too, but to import it takes a third of a cold press, or all of
one where it comes without bytecode.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

_SCHEME = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Signs POST requests to the root of a service, without a query."""

    service: str
    region: str
    access_key: str
    secret_key: str
    token: str | None

    def signed(
        self, headers: Mapping[str, str], body: bytes, at: datetime
    ) -> dict[str, str]:
        """Give lower-case headers, which must name the host, with those that sign."""
        stamp = at.strftime("%Y%m%dT%H%M%SZ")
        session = {"x-amz-security-token": self.token} if self.token else {}
        given = {**headers, **session, "x-amz-date": stamp}
        names = ";".join(sorted(given))
        lines = [f"{name}:{given[name]}" for name in sorted(given)]
        request = "\n".join(["POST", "/", "", *lines, "", names, _digest(body)])
        scope = f"{stamp[:8]}/{self.region}/{self.service}/aws4_request"
        whole = "\n".join([_SCHEME, stamp, scope, _digest(request.encode())])
        key = reduce(_mac, scope.split("/"), f"AWS4{self.secret_key}".encode())
        told = (
            f"{_SCHEME} Credential={self.access_key}/{scope}, "
            f"SignedHeaders={names}, Signature={_mac(key, whole).hex()}"
        )
        return {**given, "authorization": told}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _mac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
