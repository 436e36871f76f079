"""The console makes real calls to KMS, as the person who is chosen."""

import json
from uuid import uuid4

import pytest

from infra.sandbox.aws.local_aws import LocalAws
from infra.sandbox.faults.switches import Switches
from infra.sandbox.page.sample_keys import KEYS
from tests.infra.sandbox.page.visitor import Visitor

ARN = "arn:aws:sts::111122223333:assumed-role"
# Who may do what; an IAM policy decides, and nothing else.
MAY = {
    "administrator": {"schedule", "cancel", "disable", "enable", "create"},
    "pipeline": {"schedule", "disable", "enable", "create"},
    "frank": {"schedule", "cancel", "disable", "enable", "create"},
    "grace": set(),
}
# Each finds the key as the one before has left it.
ORDER = ("create", "disable", "enable", "schedule", "cancel")


def new_key(visitor: Visitor) -> str:
    """Have the administrator make a key that no other test knows."""
    alias = f"alias/test/{uuid4()}"
    assert act(visitor, "administrator", "create", alias=alias)[0]
    [made] = [one for one in visitor.state()["keys"] if one["alias"] == alias]
    return str(made["id"])


def act(visitor: Visitor, person: str, action: str, **more: object) -> tuple[bool, str]:
    told = visitor.post("/kms", **{"action": action, "as": person, "days": 7, **more})
    return told["ok"], told["said"]


def test_a_newcomer_finds_keys_with_names_and_what_they_are_for(
    at_console: Visitor,
) -> None:
    keys = at_console.state()["keys"][: len(KEYS)]

    assert {one["alias"]: one["description"] for one in keys} == KEYS
    assert {one["state"] for one in keys} == {"Enabled"}
    assert keys[0]["actions"] == ["disable", "schedule"]


@pytest.mark.parametrize("person", MAY)
def test_iam_decides_who_may_do_what(at_console: Visitor, person: str) -> None:
    key, alias = new_key(at_console), f"alias/test/{person}"
    for action in ORDER:
        ok, said = act(at_console, person, action, key=key, alias=alias)
        assert ok == (action in MAY[person]), said
        assert ok or said.startswith("AccessDeniedException: User: arn:aws:"), said


def test_what_was_done_names_the_call_and_the_caller(at_console: Visitor) -> None:
    key = new_key(at_console)

    assert act(at_console, "administrator", "schedule", key=key) == (
        True,
        f"ScheduleKeyDeletion: done by {ARN}/Administrator/olga.",
    )
    [dying] = [one for one in at_console.state()["keys"] if one["id"] == key]
    assert dying["state"] == "PendingDeletion"
    assert dying["deletion_date"]
    assert dying["actions"] == ["cancel"]


def test_what_kms_refuses_is_told_word_for_word(at_console: Visitor) -> None:
    key = new_key(at_console)

    ok, said = act(at_console, "administrator", "cancel", key=key)
    assert not ok
    assert said.startswith("KMSInvalidStateException: arn:aws:kms:")
    assert said.endswith("is not pending deletion.")
    for days in (6, 31):
        ok, said = act(at_console, "administrator", "schedule", key=key, days=days)
        assert not ok
        assert said.startswith("ValidationException: PendingWindowInDays")


def test_what_boto3_refuses_or_cannot_reach_is_told_too(
    at_console: Visitor, started_aws: LocalAws
) -> None:
    key = new_key(at_console)

    _ok, said = act(at_console, "administrator", "schedule", key=key, days=0)
    assert said.startswith("ParamValidationError: ")
    Switches(started_aws.endpoint).set("kms", "DisableKey", "closed")
    _ok, said = act(at_console, "administrator", "disable", key=key)
    assert said.startswith("ConnectionClosedError: ")


@pytest.mark.parametrize("alias", ["orders", "alias/", "alias/aws/mine", "alias/ä", ""])
def test_no_key_is_made_for_a_name_that_kms_would_not_take(
    at_console: Visitor, alias: str
) -> None:
    before = at_console.state()["keys"]
    assert act(at_console, "administrator", "create", alias=alias)[0] is False
    assert at_console.state()["keys"] == before


@pytest.mark.parametrize("person", ["", "root", "olga"])
def test_nobody_else_acts(at_console: Visitor, person: str) -> None:
    ok, said = act(at_console, person, "disable", key=new_key(at_console))
    assert (ok, said.startswith("'as' must be")) == (False, True)


def test_days_pass_and_kms_deletes_what_is_due(at_console: Visitor) -> None:
    key, before = new_key(at_console), at_console.state()
    act(at_console, "administrator", "schedule", key=key)

    told = at_console.post("/clock", hours=8 * 24)

    after = at_console.state()
    assert told == {"ok": True, "said": f"In the local AWS it is now {after['now']}."}
    assert after["now"] > before["now"]
    assert key not in json.dumps(after)


def test_a_look_meets_no_fault_and_leaves_no_trace(
    at_console: Visitor, started_aws: LocalAws
) -> None:
    aws, faults = started_aws, Switches(started_aws.endpoint)
    faults.set("kms", "*", "error", name="KMSInternalException")
    before = (faults.all(), aws.trail(), aws.used(), aws.mailbox())

    assert len(at_console.state()["keys"]) >= len(KEYS)

    assert (faults.all(), aws.trail(), aws.used(), aws.mailbox()) == before
    faults.clear()


def test_a_taken_alias_leaves_no_key_behind(at_console: Visitor) -> None:
    alias = f"alias/test/{uuid4()}"
    assert act(at_console, "administrator", "create", alias=alias)[0]
    keys = len(at_console.state()["keys"])

    assert act(at_console, "administrator", "create", alias=alias)[0] is False
    assert len(at_console.state()["keys"]) == keys
