"""What keys, people and places are called, where they link, and the same by hand."""

import shlex
from dataclasses import replace

import pytest

from chalice_app.domain.key import KeyState
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.subject import SubjectKind
from chalice_app.views.naming import (
    actor_name,
    command,
    console_url,
    key_name,
    place_name,
)
from tests.shapes import KEY, STORE, case, event, reading, unreadable_case
from tests.views.drawings import NAMES, WORDS, seen

KEY_PAGE = "kms/home?region=eu-west-1#/kms/keys/3f6c1f0a-9a51-4c77-8f1d"


def test_a_key_is_called_by_its_first_alias_else_by_its_id() -> None:
    assert key_name(case(reading=seen(KeyState.ENABLED)), WORDS) == NAMES[0]
    assert key_name(case(reading=reading(KeyState.ENABLED)), WORDS) == KEY.id
    assert key_name(case(), WORDS) == KEY.id
    assert key_name(unreadable_case(), WORDS) == WORDS.say("alert.nameless")


def test_a_place_is_account_and_region() -> None:
    assert place_name(KEY) == "111122223333, eu-west-1"
    assert place_name(replace(STORE, account=None, region=None)) == "?, ?"


def test_who_acted_may_be_kms_itself_or_nobody_named() -> None:
    assert actor_name(event(), WORDS) == "alice (role Deploy)"
    assert actor_name(event(actor=None), WORDS) == WORDS.say("alert.by_kms")
    assert actor_name(None, WORDS) == WORDS.say("alert.by_unknown")


@pytest.mark.parametrize(
    ("partition", "page"),
    [
        ("aws", f"https://eu-west-1.console.aws.amazon.com/{KEY_PAGE}"),
        ("aws-us-gov", f"https://eu-west-1.console.amazonaws-us-gov.com/{KEY_PAGE}"),
        ("aws-cn", f"https://eu-west-1.console.amazonaws.cn/{KEY_PAGE}"),
        ("aws-iso", None),
    ],
)
def test_a_key_links_to_its_own_partitions_console(
    partition: str, page: str | None
) -> None:
    assert console_url(replace(KEY, partition=partition)) == page


@pytest.mark.parametrize("kind", [SubjectKind.KEY_STORE, SubjectKind.UNKNOWN])
def test_what_is_no_key_links_nowhere(kind: SubjectKind) -> None:
    assert console_url(replace(STORE, kind=kind)) is None


@pytest.mark.parametrize(
    ("remedy", "verbs"),
    [
        (Remedy.CANCEL_DELETION, ["cancel-key-deletion"]),
        (Remedy.CANCEL_AND_ENABLE, ["cancel-key-deletion", "enable-key"]),
        (Remedy.ENABLE_KEY, ["enable-key"]),
    ],
)
def test_the_command_does_the_same_by_hand(remedy: Remedy, verbs: list[str]) -> None:
    lines = [shlex.split(line) for line in command(case(), remedy).split(" && ")]
    options = ["--region", "eu-west-1", "--key-id", KEY.id]
    assert lines == [["aws", "kms", verb, *options] for verb in verbs]


def test_the_command_leaves_out_what_is_done() -> None:
    cancelled = case(reading=reading(KeyState.DISABLED))
    line = command(cancelled, Remedy.CANCEL_AND_ENABLE)
    assert line.startswith("aws kms enable-key ")
    assert "&&" not in line
