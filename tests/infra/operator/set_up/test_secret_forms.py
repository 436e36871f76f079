"""The wrong value from Slack's page is refused, and by its own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.operator.secret.forms import (
    fault_of_signing_secret,
    fault_of_token,
    is_usual_signing_secret,
)
from infra.operator.wording import words

FAULTS = {key for key in words().sentences if key.startswith("secret.wrong.")}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", None),
        ("xoxp-17653672481-19874698323-19874698323-abcdef", "user_token"),
        ("xapp-1-A0123456789-1234567890123-abcdef", "app_token"),
        ("xoxe.xoxb-1-Mi0yLTEyMw", "rotating_token"),
        ("xoxe-1-Mi0yLTEyMw", "rotating_token"),
        ("8f742231b10e8888abcd99yyyzzz85a5", "no_bot_token"),
        ("xoxb-", "no_bot_token"),
        ("xoxb-one two", "no_bot_token"),
        ("xoxb-one\r\nX-Header: two", "no_bot_token"),
        ("XOXB-1", "no_bot_token"),
        ("", "no_bot_token"),
    ],
)
def test_a_token_is_told_from_others(text: str, fault: str | None) -> None:
    assert fault_of_token(text) == fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("8f742231b10e8888abcd99yyyzzz85a5", None),
        ("sandbox-signing-secret", None),
        ("xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", "token"),
        ("xapp-1-A0123456789", "token"),
        ("xoxe-1-Mi0yLTEyMw", "token"),
        ("8f742231 b10e8888", "none"),
        ("8f742231\u200bb10e8888", "none"),
        ("\ufffd", "none"),
        ("", "none"),
    ],
)
def test_a_signing_secret_is_told_from_a_token(text: str, fault: str | None) -> None:
    names = {None: None, "token": "token_as_signing_secret"}
    assert fault_of_signing_secret(text) == names.get(fault, "no_signing_secret")


@given(st.text())
def test_whatever_is_pasted_gets_a_sentence_or_is_taken(text: str) -> None:
    for fault in (fault_of_token(text), fault_of_signing_secret(text)):
        assert fault is None or f"secret.wrong.{fault}" in FAULTS


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("8f742231b10e8888abcd99aaabbb85a5", True),
        ("8F742231B10E8888ABCD99AAABBB85A5", False),
        ("8f742231b10e8888abcd99yyyzzz85a5", False),
        ("8f742231b10e8888abcd99aaabbb85a", False),
    ],
)
def test_the_known_form_of_a_signing_secret(text: str, *, usual: bool) -> None:
    assert is_usual_signing_secret(text) is usual
