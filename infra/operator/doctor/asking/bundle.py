"""The check of what the five Lambdas run: one bundle, with this configuration."""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from botocore.awsrequest import AWSRequest
from botocore.exceptions import HTTPClientError
from botocore.httpsession import URLLib3Session
from botocore.utils import get_environ_proxies

from chalice_app.adapters.watcher.parts import FUNCTIONS
from chalice_app.domain.watcher.finding import Finding, unchecked
from chalice_app.settings import SECTION
from infra.configuration import CONFIGURATION
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.judging.bundle import judged_bundle

Json = Mapping[str, Any]
_SECONDS = 20


def bundle(chain: Chain) -> Iterator[Finding]:
    described = [chain.described(chain.name_of(part)) or {} for part in FUNCTIONS]
    hashes = {it["Configuration"]["CodeSha256"] for it in described}
    try:
        bundled = _configuration_in(described[0]["Code"]["Location"])
    except (HTTPClientError, BadZipFile) as error:
        # The address is signed, and the error's text may hold it.
        yield unchecked("aws_silent", why=type(error).__name__)
        return
    here = (chain.project / CONFIGURATION).read_bytes()
    yield judged_bundle(hashes, _section(chain, bundled), _section(chain, here))


def _configuration_in(location: str) -> bytes:
    # botocore's own way to HTTP follows the proxies of the environment, as boto3 does.
    http = URLLib3Session(timeout=_SECONDS, proxies=get_environ_proxies(location))
    answer = http.send(AWSRequest("GET", location).prepare())
    with ZipFile(BytesIO(answer.content)) as opened:
        return opened.read("reprieve.json")


def _section(chain: Chain, text: bytes) -> Json:
    document = json.loads(text)
    section: Json = document["stages"].get(chain.stage, {}).get(SECTION, {})
    return section
