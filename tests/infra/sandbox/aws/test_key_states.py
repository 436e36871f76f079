"""One test for each cell of AWS's table "Key states"."""

import pytest

from infra.sandbox.aws.key_states import STATES, Effect, decide
from infra.sandbox.aws.shapes import Refusal

ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
PENDING = {
    "PendingDeletion": "pending deletion",
    "PendingReplicaDeletion": "pending replica deletion",
}

# Copied from the table by hand, apart from the code. The columns are Enabled, Disabled,
# PendingDeletion, PendingReplicaDeletion, PendingImport, Unavailable, Creating and
# Updating; a number is the footnote with the error.
TABLE = """
DescribeKey                           ok ok ok ok ok ok ok ok
GetKeyPolicy                          ok ok ok ok ok ok ok ok
PutKeyPolicy                          ok ok ok ok ok ok ok ok
ListGrants                            ok ok ok ok ok ok ok ok
RevokeGrant                           ok ok ok ok ok ok ok ok
ListAliases                           ok ok ok ok ok ok ok ok
ListResourceTags                      ok ok ok ok ok ok ok ok
EnableKey                             ok ok 3  3  5  12 14 15
DisableKey                            ok ok 3  3  5  12 14 15
ScheduleKeyDeletion                   ok ok 3  3  ok ok ok 15
CancelKeyDeletion                     4  4  ok ok 4  4  4  4
CreateGrant                           ok 1  3  3  5  ok 14 ok
Encrypt                               ok 1  3  3  5  11 14 ok
Decrypt                               ok 1  3  3  5  11 14 ok
ReEncrypt                             ok 1  3  3  5  11 14 ok
GenerateDataKey                       ok 1  3  3  5  11 14 ok
GenerateDataKeyWithoutPlaintext       ok 1  3  3  5  11 14 ok
GenerateDataKeyPair                   ok 1  3  3  5  11 14 ok
GenerateDataKeyPairWithoutPlaintext   ok 1  3  3  5  11 14 ok
ReplicateKey                          ok 1  3  3  5  9  14 15
TagResource                           ok ok 3  3  ok ok ok ok
UntagResource                         ok ok 3  3  ok ok ok ok
UpdateKeyDescription                  ok ok 3  3  ok ok ok ok
UpdateAlias                           ok ok 3  3  ok ok ok ok
"""
IMPORTED = """
DeleteImportedKeyMaterial             ok ok ok ok 12 9  14 15
"""


def cells(table: str) -> list[tuple[str, str, str]]:
    rows = [line.split() for line in table.strip().splitlines()]
    return [
        (operation, state, cell)
        for operation, *row in rows
        for state, cell in zip(STATES, row, strict=True)
    ]


def expected(cell: str, state: str, origin: str) -> Refusal | Effect:
    invalid = "KMSInvalidStateException"
    errors = {
        "1": ("DisabledException", "is disabled."),
        "3": (invalid, f"is {PENDING.get(state)}."),
        "4": (invalid, "is not pending deletion."),
        "5": (invalid, "is pending import."),
        "9": (
            "UnsupportedOperationException",
            f"origin is {origin} which is not valid for this operation.",
        ),
        "11": (invalid, "is unavailable."),
        "14": (invalid, "is creating."),
        "15": (invalid, "is updating."),
    }
    if cell not in errors:
        return {"ok": Effect.DONE, "12": Effect.UNCHANGED}[cell]
    code, text = errors[cell]
    return Refusal(code=code, text=f"{ARN} {text}")


@pytest.mark.parametrize(("operation", "state", "cell"), cells(TABLE))
def test_kms_answers_as_the_table_says(operation: str, state: str, cell: str) -> None:
    made = decide(operation, state=state, arn=ARN, origin="AWS_KMS")
    assert made == expected(cell, state, "AWS_KMS")


@pytest.mark.parametrize(("operation", "state", "cell"), cells(IMPORTED))
def test_imported_material_goes_as_the_table_says(
    operation: str, state: str, cell: str
) -> None:
    made = decide(operation, state=state, arn=ARN, origin="EXTERNAL")
    assert made == expected(cell, state, "EXTERNAL")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("operation", "origin"),
    [
        ("DeleteImportedKeyMaterial", "AWS_KMS"),
        ("ImportKeyMaterial", "AWS_KMS"),
        ("GetParametersForImport", "AWS_KMS"),
        ("EnableKeyRotation", "EXTERNAL"),
        ("DisableKeyRotation", "EXTERNAL"),
    ],
)
def test_an_operation_that_does_not_fit_the_origin_is_unsupported_in_every_state(
    operation: str, origin: str, state: str
) -> None:
    made = decide(operation, state=state, arn=ARN, origin=origin)
    assert made == expected("9", state, origin)
