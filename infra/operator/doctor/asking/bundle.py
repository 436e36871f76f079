"""The check of what the four Lambdas run: one bundle, with this configuration."""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import urllib3

from chalice_app.settings import SECTION
from infra.configuration import CONFIGURATION
from infra.operator.doctor.asking.lambdas import PARTS, name_of
from infra.operator.doctor.chain import Chain
from infra.operator.doctor.finding import Finding
from infra.operator.doctor.judging.functions import judged_bundle

Json = Mapping[str, Any]
_SECONDS = 20


def bundle(chain: Chain) -> Iterator[Finding]:
    described = [chain.described(name_of(chain, part)) or {} for part in PARTS]
    hashes = {it["Configuration"]["CodeSha256"] for it in described}
    # AWS gives an address that is good for ten minutes, and signed already.
    location = described[0]["Code"]["Location"]
    answer = urllib3.PoolManager().request("GET", location, timeout=_SECONDS)
    with ZipFile(BytesIO(answer.data)) as opened:
        deployed = opened.read("reprieve.json")
    here = (chain.project / CONFIGURATION).read_bytes()
    yield judged_bundle(hashes, _section(chain, deployed), _section(chain, here))


def _section(chain: Chain, text: bytes) -> Json:
    document = json.loads(text)
    section: Json = document["stages"].get(chain.stage, {}).get(SECTION, {})
    return section
