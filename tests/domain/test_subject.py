"""Tests of naming what an event is about."""

import pytest

from chalice_app.domain.subject import Subject, SubjectKind, is_plain_id, key_from_arn
from tests.domain.recorded import KEY_ARN, KEY_ID


@pytest.mark.parametrize(
    "arn",
    [
        KEY_ARN,
        "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-0123456789abcdef",
        "arn:aws-cn:kms:cn-north-1:111122223333:key/1",
        "arn:aws:kms:eu-west-1:111122223333:key/7944f0ec-EXAMPLE",
    ],
)
def test_a_key_gives_back_the_arn_it_was_made_from(arn: str) -> None:
    key = key_from_arn(arn)
    assert (key.kind, key.arn, key.name) == (SubjectKind.KEY, arn, arn)


def test_the_parts_of_an_arn_are_told_apart() -> None:
    assert key_from_arn(KEY_ARN) == Subject(
        kind=SubjectKind.KEY,
        id=KEY_ID,
        account="111122223333",
        region="eu-west-1",
        partition="aws",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        KEY_ID,
        "arn:aws:kms:eu-west-1:111122223333:alias/ledger",
        "arn:aws:kms:eu-west-1:111122223333:key/",
        "arn:aws:s3:eu-west-1:111122223333:key/1",
        f"{KEY_ARN}/more",
        f"{KEY_ARN}\n",
        f" {KEY_ARN}",
        f"{KEY_ARN}<!channel>",
        f"{KEY_ARN}é",
        "arn:aws:kms:eu-west-1:111122223333:key/" + "1" * 129,
    ],
)
def test_anything_but_the_arn_of_a_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not the ARN of a KMS key\.$"):
        key_from_arn(text)


@pytest.mark.parametrize(
    ("kind", "account", "region", "name"),
    [
        (SubjectKind.KEY_STORE, "1", "eu-west-1", "key-store/1/eu-west-1/cks-1"),
        (SubjectKind.KEY_STORE, None, None, "key-store///cks-1"),
        (SubjectKind.UNKNOWN, "1", "eu-west-1", "unknown"),
    ],
)
def test_what_is_no_key_has_a_name_but_no_arn(
    kind: SubjectKind, account: str | None, region: str | None, name: str
) -> None:
    subject = Subject(
        kind=kind, id="cks-1", account=account, region=region, partition="aws"
    )
    assert (subject.name, subject.arn) == (name, None)


def test_a_plain_id_holds_no_markup_and_no_path() -> None:
    assert is_plain_id("cks-1234567890abcdef0")
    assert not any(map(is_plain_id, ("", "alias/x", "a b", "<id>", "a" * 129)))
