"""Whether the five Lambdas run one bundle, with the configuration of this checkout."""

from collections.abc import Mapping
from typing import Any

from chalice_app.domain.watcher.finding import Finding, ok, wrong

Json = Mapping[str, Any]


def judged_bundle(hashes: set[str], deployed: Json, configured: Json) -> Finding:
    """Compare what the functions run with each other, and with this checkout."""
    if len(hashes) > 1:
        return wrong("bundle_mixed")
    keys = deployed.keys() | configured.keys()
    apart = sorted(it for it in keys if deployed.get(it) != configured.get(it))
    if apart:
        return wrong("bundle_differs", keys=", ".join(apart))
    return ok("bundle_right")
