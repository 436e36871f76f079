"""Every word that the code asks for is there with its values, and no other is."""

from collections.abc import Mapping, Sequence

import pytest
from botocore.session import get_session

from chalice_app.domain.ledger import Kind
from chalice_app.domain.phase import Phase
from chalice_app.domain.policy_change import Compared
from chalice_app.domain.press import Verdict
from chalice_app.domain.quiet import SNOOZES, Saying
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.reminder_plan import Danger
from chalice_app.domain.responder import Standing
from chalice_app.domain.restore_parts import Ending
from chalice_app.domain.watcher.change import SILENCES
from chalice_app.flows.meanwhile import WORDS as MEANWHILE
from chalice_app.settings import Settings
from chalice_app.views.buttons import BUTTONS
from chalice_app.views.inventory_report import About
from chalice_app.views.review_form import TURNS
from chalice_app.views.words import LANGUAGES, words_in
from tests.spoken import WORDS, Spoken, calls, keys_named, placeholders

KMS = {key.removeprefix("kms.") for key in WORDS.sentences if key.startswith("kms.")}
TALES = ("silenced", "upkeep")
FOUND = {
    key.removeprefix("finding."): placeholders(WORDS, key)
    for key in WORDS.sentences
    if key.startswith("finding.")
}
SAID = ["snooze", *(it for it in Saying if it not in SNOOZES)]
CONFIRMED = [it.words for it in BUTTONS if it.confirm]
# What fills the star of each family; a new family in the code wants a row here.
FAMILIES: Mapping[str, Sequence[str]] = {
    **{f"alert.*.{part}": [*Phase, "unclear"] for part in ("title", "text")},
    "alert.*.body": [*Phase, "unclear", "scheduled_related", "deleted_related"],
    "alert.*.hint": [*Phase, "unclear", "unwell", "not_read"],
    "alert.*.note": ["unclear", "unwell"],
    "alert.field.*": [
        "key",
        "store",
        "place",
        "event",
        "who",
        "when",
        "state",
        "error",
        "tries",
    ],
    "alert.unread_*": ["denied", "passing", "other"],
    "answer.*": [Verdict.ALREADY, Verdict.CHANGED, Verdict.TOO_LATE],
    "button.*": [it.words for it in BUTTONS],
    **{f"change.*.{it}": TALES for it in ("title", "text", "body", "next")},
    "change.effect.*": [*dict.fromkeys(SILENCES.values())],
    **{f"confirm.*.{part}": CONFIRMED for part in ("title", "text", "go")},
    "configuration.*": [*Settings.__slots__],
    "deed.*": [*Remedy],
    **{f"inventory.*.{it}": [*About] for it in ("title", "subject", "body", "next")},
    "finding.*": [*FOUND],
    **{
        f"digest.*.{part}": ["harm", "refused", "resolved"]
        for part in ("title", "text", "body")
    },
    "digest.field.*": ["who", "place", "stand", "when", "due"],
    "digest_line.*": [*Phase],
    "digest_stand.*": [*Phase],
    "kms.*": [*KMS],
    "notice.*": [*Remedy],
    "notice.next_*": ["enabled", "disabled", "other"],
    "policy.*": [it for it in Compared if it is not Compared.NO_BEFORE],
    "preview.*": ["opens", "follows", "in_thread", "aloud"],
    "restoring_deed.*": [Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE],
    "restoring_end.*": [*Ending],
    "review_fault.*": ["other_number", "none_chosen", "too_many_left_out"],
    "review_remedy.*": [Remedy.CANCEL_DELETION, Remedy.CANCEL_AND_ENABLE],
    "review_turn.*": [*TURNS],
    "choice.*": [*SNOOZES],
    "reminder.*": [*Danger, "deletion_related"],
    "reminder.*_known": [*Danger, "unchecked"],
    "storm_reminder.*": [*Danger],
    "storm_reminder.*_known": [*Danger, "unchecked"],
    "saved.*": [*Remedy],
    **{f"saying.*_{it}": SAID for it in ("since", "line", "noted")},
    "standing.*": [it for it in Standing if it is not Standing.MAY_PRESS],
    **{
        f"watch.*.{it}": ["broken", "whole"] for it in ("title", "text", "body", "next")
    },
    "thread.*": [
        *(Kind.PROVED, Kind.FAILED, "half"),
        *("event", "event_native", "event_refused"),
    ],
}
# Where one family is filled in two places, what each place fills in.
HERE: Mapping[tuple[str, str], Sequence[str]] = {
    ("preview.*", "news"): ["opens", "follows"],
    ("preview.*", "when"): ["in_thread", "aloud"],
    ("preview.*", "said"): ["in_thread", "aloud"],
    ("thread.*", "id"): ["event", "event_native", "event_refused"],
    ("thread.*", "person"): [Kind.PROVED, Kind.FAILED, "half"],
}
_NOT_CONFIGURED = {"configuration.stage", "configuration.responder_group"}
# What thread_line gives by `**`; doctor's tests say every finding with its values.
_FACTS = frozenset({"deed", "state", "error", "button", "next"}).union(*FOUND.values())
_OF_A_LINE = frozenset({"check", "said", "since"})


def members(key: str, given: frozenset[str] = frozenset()) -> set[str]:
    if "*" not in key:
        return {key}
    here = [HERE[key, value] for value in given if (key, value) in HERE]
    filled = {key.replace("*", it) for it in (*here, FAMILIES[key])[0]}
    return filled - _NOT_CONFIGURED


def test_every_family_in_the_code_is_listed_and_no_other() -> None:
    assert {key for key in keys_named() if "*" in key} == FAMILIES.keys()


def test_every_word_that_is_asked_for_is_there_and_every_word_is_asked_for() -> None:
    asked = {member for key in keys_named() for member in members(key)}
    assert asked == WORDS.sentences.keys()


@pytest.mark.parametrize("it", [it for it in calls() if it.key])
def test_every_value_that_is_wanted_is_given_and_no_other(it: Spoken) -> None:
    given = it.values | (_FACTS | _OF_A_LINE if it.open else frozenset())
    wanted = [placeholders(WORDS, key) for key in members(it.key or "", it.values)]
    assert all(one <= given for one in wanted)
    assert it.values <= frozenset().union(*wanted)


def test_the_answers_that_a_variable_names_take_what_is_given() -> None:
    for key in ("answer.done", "answer.failed", "answer.half"):
        assert placeholders(WORDS, key) <= _FACTS
    for key in MEANWHILE.values():
        assert not placeholders(WORDS, key)
    for name in KMS:
        assert placeholders(WORDS, f"kms.{name}") <= {"command"}
    assert sum(it.key is None for it in calls()) == 3


def test_the_errors_of_kms_are_errors_of_kms() -> None:
    kms = get_session().get_service_model("kms")
    common = {"AccessDeniedException"}  # of every service, so in no model
    known = {shape.name for shape in kms.error_shapes} | common
    assert KMS - {"other"} <= known


@pytest.mark.parametrize("call", ["DescribeKey", "CancelKeyDeletion", "EnableKey"])
def test_every_lasting_error_of_our_calls_has_a_next_step(call: str) -> None:
    model = get_session().get_service_model("kms").operation_model(call)
    passing = {"DependencyTimeoutException", "KMSInternalException"}
    assert {it.name for it in model.error_shapes} - passing <= KMS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_values(language: str) -> None:
    words = words_in(language)
    assert words.sentences.keys() == WORDS.sentences.keys()
    for key in WORDS.sentences:
        assert placeholders(words, key) == placeholders(WORDS, key), key


def test_a_word_or_a_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        WORDS.say("answer.nothing")
    with pytest.raises(KeyError):
        WORDS.say("answer.done")
    assert WORDS.knows("answer.done")
    assert not WORDS.knows("answer.nothing")
