"""Where an AWS service answers, and in whose name Lambda calls it."""

from collections.abc import Callable, Mapping
from functools import cache
from ssl import SSLContext, create_default_context
from types import MappingProxyType
from urllib.request import HTTPSHandler, build_opener

from chalice_app.adapters.aws_json import AwsJson, Service
from chalice_app.adapters.aws_signature import Signer

# Regions of other partitions, by how their names begin; the longer beginnings first.
_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        "cn-": "amazonaws.com.cn",
        "eusc-": "amazonaws.eu",
        "us-isob-": "sc2s.sgov.gov",
        "us-isof-": "csp.hci.ic.gov",
        "us-iso-": "c2s.ic.gov",
        "eu-isoe-": "cloud.adc-e.uk",
    }
)


def endpoint(service: str, environment: Mapping[str, str]) -> str:
    """Give a service's address in the Region; AWS_ENDPOINT_URL goes before it."""
    region = environment["AWS_REGION"]
    known = (it for start, it in _SUFFIXES.items() if region.startswith(start))
    suffix = next(known, "amazonaws.com")
    usual = f"https://{service}.{region}.{suffix}"
    return environment.get("AWS_ENDPOINT_URL", usual).rstrip("/")


def signer(service: str, environment: Mapping[str, str]) -> Signer:
    """Sign as the function's role, whose credentials Lambda gives this way."""
    return Signer(
        service=service,
        region=environment["AWS_REGION"],
        access_key=environment["AWS_ACCESS_KEY_ID"],
        secret_key=environment["AWS_SECRET_ACCESS_KEY"],
        token=environment.get("AWS_SESSION_TOKEN"),
    )


def reach(
    service: Service, environment: Mapping[str, str], now: Callable[[], float]
) -> AwsJson:
    """Join a service with its address and with whoever calls it."""
    url = endpoint(service.name, environment)
    opener = build_opener(HTTPSHandler(context=tls()))
    return AwsJson(url, service, signer(service.name, environment), opener, now)


@cache
def tls() -> SSLContext:
    """Load the roots of trust once: it takes as long as several calls."""
    return create_default_context()
