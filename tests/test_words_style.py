"""How the words read: plain, calm, whole sentences."""

import re
from fnmatch import fnmatch
from string import Formatter

import pytest

from tests.spoken import WORDS, placeholders

KEYS = sorted(WORDS.sentences)
# Labels, headlines and parts of sentences.
NO_SENTENCES = (
    "alert.by_*",
    "alert.earlier",
    "alert.field.*",
    "alert.looking",
    "alert.nameless",
    "alert.no_date",
    "alert.*.title",
    "choice.*",
    "left.*",
    "reminder.email",
    "reminder.first",
    "reminder.subject",
    "reminder.unsaid",
    "storm_reminder.email",
    "storm_reminder.subject",
    "spent.*",
    "button.*",
    "change.*.title",
    "digest.*.title",
    "digest.field.*",
    "digest.more",
    "digest.nameless",
    "digest.no_date",
    "digest_line.*",
    "digest_stand.*",
    "drill.title",
    "watch.*.title",
    "watch.mail.*",
    "confirm.*.go",
    "inventory.more",
    "inventory.*.subject",
    "inventory.*.title",
    "modal.go",
    "modal.reason",
    "modal.title",
    "notice.cancel_*",
    "notice.enable_key",
    "notice.no_*",
    "notice.body",
    "policy.more",
    "policy.none",
    "preview.aloud",
    "preview.in_thread",
    "preview.opens",
    "preview.follows",
    "restoring.more",
    "restoring.no*",
    "restoring.subject",
    "restoring_deed.*",
    "review.close",
    "review.dies",
    "review.go",
    "review.group",
    "review.number",
    "review.reason",
    "review.remedy",
    "review.title",
    "review_remedy.*",
    "review_turn.*",
    "saved.reason",
    "thread.to_person",
)
BODIES = {"notice.body", "reminder.email"}  # with columns
QUESTIONS = ("confirm.*.title",)
ENDS = (
    ".",
    ".*",
    ":",
    "{next}",
    "{kept}",
    "{hint}",
    "{command}",
    "{by}",
    "{press}",
    "{effect}",
    "{why}",
    "{due}",
)
FORBIDDEN = re.compile(
    r"!|\bplease\b|\boops\b|\bsorry\b|\bsimply\b|\bjust\b|\beasily\b"
    r"|\bsuccessfully\b|\bunfortunately\b|\betc\b|\u2014",
    re.IGNORECASE,
)


def fits(key: str, shapes: tuple[str, ...]) -> bool:
    return any(fnmatch(key, shape) for shape in shapes)


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_ends_as_one(key: str) -> None:
    text = WORDS.sentences[key]
    if fits(key, QUESTIONS):
        assert text.endswith("?")
    elif fits(key, NO_SENTENCES):
        assert not text.endswith(".")
    else:
        assert text.endswith(ENDS)
        named = text.startswith(("{", "#{", "reprieve.", "stages."))
        assert text[0].isupper() or named or key.startswith("deed.")


def test_only_what_is_there_is_excepted() -> None:
    for shape in NO_SENTENCES + QUESTIONS:
        assert any(fnmatch(key, shape) for key in KEYS), shape


@pytest.mark.parametrize("key", KEYS)
def test_no_word_pleads_shouts_or_pads(key: str) -> None:
    assert not FORBIDDEN.search(WORDS.sentences[key])
    assert "  " not in WORDS.sentences[key].replace("\n", "") or key in BODIES


@pytest.mark.parametrize("key", KEYS)
def test_placeholders_are_plain_names(key: str) -> None:
    assert all(name.isidentifier() for name in placeholders(WORDS, key))
    parsed = Formatter().parse(WORDS.sentences[key])
    assert not any(spec or change for _, _, spec, change in parsed)


@pytest.mark.parametrize("key", KEYS)
def test_bold_marks_come_in_pairs_and_stand_free(key: str) -> None:
    text = WORDS.sentences[key]
    assert text.count("*") % 2 == 0
    assert text.count("`") % 2 == 0
    for bold in re.findall(r"\*[^*]+\*", text):
        assert bold[1:-1].strip() == bold[1:-1]
