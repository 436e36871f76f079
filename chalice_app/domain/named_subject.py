"""Finds the key or key store that a record names, the most trustworthy place first."""

from collections.abc import Iterator

from chalice_app.domain.fields import text_at, value_at
from chalice_app.domain.record import Record
from chalice_app.domain.subject import Subject, SubjectKind, is_plain_id, key_from_arn

# KMS wrote responseElements; requestParameters is what the caller typed.
_TYPED = ("requestParameters", "keyId")
_ARN_PLACES = (
    ("responseElements", "keyId"),
    _TYPED,
    ("serviceEventDetails", "keyId"),
)
_BARE_ID_PLACES = (
    ("serviceEventDetails", "keyId"),
    _TYPED,
    ("responseElements", "keyId"),
    ("key-id",),
)
_LONGEST_ARN = 512


def named_subject(record: Record) -> Subject:
    arns = (*_resource_arns(record), *_spelled_arns(record), *_completed_arns(record))
    keys = (key for arn in arns if (key := _key(arn)))
    return next(keys, None) or _key_store(record) or _unknown(record)


def _resource_arns(record: Record) -> Iterator[str | None]:
    # The alias stands first in resources[] of UpdateAlias, so each entry is looked at.
    for fields in (record.detail, record.envelope):
        listed = value_at(fields, "resources")
        for entry in listed if isinstance(listed, list) else ():
            yield entry if isinstance(entry, str) else None
            yield text_at(entry, "ARN", limit=_LONGEST_ARN)
            yield text_at(entry, "arn", limit=_LONGEST_ARN)


def _spelled_arns(record: Record) -> Iterator[str | None]:
    for place in _ARN_PLACES:
        arn = text_at(record.detail, *place, limit=_LONGEST_ARN)
        if place is not _TYPED or _is_near(arn, record):
            yield arn


def _is_near(arn: str | None, record: Record) -> bool:
    """Tell if a typed ARN is of the Region where the call was made.

    KMS finds no key of another Region, so such an ARN can only be a mistake or a trap.
    """
    key = _key(arn)
    here = (record.partition, record.region)
    return key is not None and (key.partition, key.region) == here


def _completed_arns(record: Record) -> Iterator[str]:
    if record.account is None or record.region is None:
        return
    home = f"arn:{record.partition}:kms:{record.region}:{record.account}"
    for place in _BARE_ID_PLACES:
        yield f"{home}:key/{text_at(record.detail, *place) or ''}"


def _key(arn: str | None) -> Subject | None:
    try:
        return key_from_arn(arn or "")
    except ValueError:
        return None


def _key_store(record: Record) -> Subject | None:
    store = text_at(record.detail, "requestParameters", "customKeyStoreId") or ""
    # CreateKey names the store as well, but is about a key.
    if not record.name.endswith("CustomKeyStore") or not is_plain_id(store):
        return None
    return _at_home(record, SubjectKind.KEY_STORE, store)


def _unknown(record: Record) -> Subject:
    return _at_home(record, SubjectKind.UNKNOWN, "")


def _at_home(record: Record, kind: SubjectKind, subject_id: str) -> Subject:
    return Subject(
        kind=kind,
        id=subject_id,
        account=record.account,
        region=record.region,
        partition=record.partition,
    )
