"""Every word that the code asks for is there with its values, and no other is."""

import pytest
from botocore.session import get_session

from chalice_app.flows.meanwhile import WORDS as MEANWHILE
from chalice_app.views.words import LANGUAGES, words_in
from tests.spoken import WORDS, Spoken, calls, keys_named, placeholders
from tests.word_families import FACTS, FAMILIES, HERE, KMS, NOT_CONFIGURED, OF_A_LINE


def members(key: str, given: frozenset[str] = frozenset()) -> set[str]:
    if "*" not in key:
        return {key}
    here = [HERE[key, value] for value in given if (key, value) in HERE]
    filled = {key.replace("*", it) for it in (*here, FAMILIES[key])[0]}
    return filled - NOT_CONFIGURED


def test_every_family_in_the_code_is_listed_and_no_other() -> None:
    assert {key for key in keys_named() if "*" in key} == FAMILIES.keys()


def test_every_word_that_is_asked_for_is_there_and_every_word_is_asked_for() -> None:
    asked = {member for key in keys_named() for member in members(key)}
    assert asked == WORDS.sentences.keys()


@pytest.mark.parametrize("it", [it for it in calls() if it.key])
def test_every_value_that_is_wanted_is_given_and_no_other(it: Spoken) -> None:
    given = it.values | (FACTS | OF_A_LINE if it.open else frozenset())
    wanted = [placeholders(WORDS, key) for key in members(it.key or "", it.values)]
    assert all(one <= given for one in wanted)
    assert it.values <= frozenset().union(*wanted)


def test_the_answers_that_a_variable_names_take_what_is_given() -> None:
    for key in ("answer.done", "answer.failed", "answer.half"):
        assert placeholders(WORDS, key) <= FACTS
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
