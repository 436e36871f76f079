"""Our signature of a request is botocore's, and our addresses are botocore's."""

from datetime import UTC, datetime

import boto3
import pytest
from botocore.auth import SIGNED_HEADERS_BLACKLIST, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from hypothesis import given
from hypothesis import strategies as st

from chalice_app.adapters.aws_place import endpoint, signer
from infra.sandbox.aws.credentials import Identity, environment

WORDS = st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1)
# What a proxy may change on the way, botocore does not sign, and we do not send.
SIGNED = WORDS.map(str.lower).filter(lambda it: it not in SIGNED_HEADERS_BLACKLIST)
SESSION = boto3.Session()
PLACES = [
    (service, region)
    for service in ("sqs", "secretsmanager")
    for partition in SESSION.get_available_partitions()
    for region in SESSION.get_available_regions(service, partition)
]


def botocores(identity: Identity, service: str, sent: AWSRequest) -> str:
    """Sign again what we have signed, with botocore, at the time that it names."""
    credentials = Credentials(
        identity.access_key, identity.secret_key, identity.token or None
    )
    judge = SigV4Auth(credentials, service, "eu-west-1")
    sent.context["timestamp"] = sent.headers["x-amz-date"]
    return judge.signature(
        judge.string_to_sign(sent, judge.canonical_request(sent)), sent
    )


@given(
    identity=st.builds(
        Identity,
        access_key=WORDS,
        secret_key=st.text(min_size=1),
        token=WORDS | st.just(""),
    ),
    service=st.sampled_from(["sqs", "secretsmanager"]),
    body=st.binary(),
    at=st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    headers=st.dictionaries(SIGNED, WORDS),
)
def test_each_signature_is_botocores(
    identity: Identity,
    service: str,
    body: bytes,
    at: datetime,
    headers: dict[str, str],
) -> None:
    ours = signer(service, environment("http://127.0.0.1:1", identity, {}))

    signed = ours.signed({**headers, "host": "127.0.0.1:1"}, body, at)

    told = signed.pop("authorization")
    sent = AWSRequest("POST", "http://127.0.0.1:1/", data=body, headers=signed)
    assert told.rpartition("Signature=")[2] == botocores(identity, service, sent)
    assert signed.get("x-amz-security-token", "") == identity.token


@pytest.mark.parametrize(("service", "region"), PLACES)
def test_each_address_is_botocores(service: str, region: str) -> None:
    client = SESSION.client(
        service, region, aws_access_key_id="it", aws_secret_access_key="it"
    )

    assert endpoint(service, {"AWS_REGION": region}) == client.meta.endpoint_url


def test_a_given_address_goes_before_aws() -> None:
    given_ = {"AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1/"}

    assert endpoint("sqs", given_) == "http://127.0.0.1:1"
