"""Tests of the order in which a record is believed about its key."""

from collections.abc import Mapping

import pytest

from chalice_app.domain.named_subject import named_subject
from chalice_app.domain.record import record_in
from chalice_app.domain.subject import Subject, SubjectKind
from tests.domain.recorded import KEY_ARN, KEY_ID, recorded

ARN = "arn:aws:kms:us-east-1:444455556666:key/{}".format
ALIAS = "arn:aws:kms:us-east-1:444455556666:alias/ledger"
HOME = "arn:aws:kms:eu-west-1:111122223333:key/{}".format
SILENT = {
    "eventName": "DisableKey",
    "awsRegion": "eu-west-1",
    "recipientAccountId": "111122223333",
}


def subject_of(detail: Mapping[str, object], **envelope: object) -> Subject:
    return named_subject(record_in({"detail": {**SILENT, **detail}, **envelope}))


def resources(*arns: str) -> dict[str, object]:
    return {"resources": [{"type": "AWS::KMS::Key", "ARN": arn} for arn in arns]}


RESPONSE = {"responseElements": {"keyId": ARN("response")}}
NEAR = "arn:aws:kms:eu-west-1:444455556666:key/{}".format
REQUEST = {"requestParameters": {"keyId": NEAR("request")}}
DETAILS = {"serviceEventDetails": {"keyId": "details"}}
TYPED = {"requestParameters": {"keyId": "typed"}}


@pytest.mark.parametrize(
    ("detail", "arn"),
    [
        (resources(ALIAS, ARN("first"), ARN("second")) | RESPONSE, ARN("first")),
        ({"resources": [{"arn": ARN("small")}]} | RESPONSE, ARN("small")),
        (resources(ALIAS) | RESPONSE | REQUEST, ARN("response")),
        ({"responseElements": {"keyId": "bare"}} | REQUEST, NEAR("request")),
        (REQUEST | DETAILS, NEAR("request")),
        (DETAILS | TYPED, HOME("details")),
        (TYPED, HOME("typed")),
        ({"responseElements": {"keyId": "bare"}}, HOME("bare")),
        ({"resources": "key/1", "responseElements": [1]} | TYPED, HOME("typed")),
        ({"resources": [None, 1, [], {"ARN": {}}]} | TYPED, HOME("typed")),
    ],
)
def test_the_most_trustworthy_place_names_the_key(
    detail: dict[str, object], arn: str
) -> None:
    assert subject_of(detail).arn == arn


def test_a_native_event_names_its_key_around_the_detail_or_bare_inside() -> None:
    event = recorded("native-deletion")
    assert named_subject(record_in(event)).arn == KEY_ARN
    assert named_subject(record_in(event | {"resources": []})).arn == KEY_ARN
    assert named_subject(record_in(event | {"detail": None})).arn == KEY_ARN


def test_a_bare_id_takes_the_partition_of_its_region() -> None:
    china = TYPED | {"awsRegion": "cn-north-1"}
    assert subject_of(china).arn == "arn:aws-cn:kms:cn-north-1:111122223333:key/typed"


@pytest.mark.parametrize(
    "typed",
    [
        *("alias/ledger", ALIAS, "", " ", "<!channel>", "a" * 129, None, 7, {"a": 1}),
        *(ARN("far"), "arn:aws:kms:123:111122223333:key/x"),
        "arn:aws-cn:kms:eu-west-1:111122223333:key/x",
    ],
)
def test_what_the_caller_typed_is_a_key_only_if_it_looks_like_one(
    typed: object,
) -> None:
    subject = subject_of({"requestParameters": {"keyId": typed}})
    assert (subject.kind, subject.id) == (SubjectKind.UNKNOWN, "")
    assert (subject.account, subject.region) == ("111122223333", "eu-west-1")


@pytest.mark.parametrize("missing", ["awsRegion", "recipientAccountId"])
def test_a_bare_id_that_cannot_be_completed_names_no_key(missing: str) -> None:
    assert subject_of(TYPED | {missing: None}).kind is SubjectKind.UNKNOWN


def test_a_key_store_event_names_its_store() -> None:
    event = recorded("key-store-disconnected")
    assert named_subject(record_in(event)) == Subject(
        kind=SubjectKind.KEY_STORE,
        id="cks-7f0c2d4e6a8b1c3d5",
        account="111122223333",
        region="eu-west-1",
        partition="aws",
    )


@pytest.mark.parametrize(
    ("name", "store"),
    [("CreateKey", "cks-1"), ("DeleteCustomKeyStore", "<!channel>")],
)
def test_a_store_is_named_by_store_events_and_plain_ids_alone(
    name: str, store: str
) -> None:
    typed = {"eventName": name, "requestParameters": {"customKeyStoreId": store}}
    assert subject_of(typed).kind is SubjectKind.UNKNOWN


def test_a_refused_call_without_resources_still_names_its_key() -> None:
    assert named_subject(record_in(recorded("schedule-refused"))).id == KEY_ID
