"""Cases in which every text that a stranger can write is the same hostile one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from chalice_app.domain.actor import Actor
from chalice_app.domain.case import Case, Saved, Unreadable
from chalice_app.domain.key import KeyReading
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.remedy import Remedy
from tests.shapes import START, event
from tests.views.drawings import PHASES

SAMPLES = [
    "<!channel>",
    "<!here|x>",
    "<@U0ADALOVE1>",
    "<#C0KMSALERT>",
    "<!subteam^S0KMSRESPO>",
    "<https://evil.example|alias/prod>",
    "<!date^0^{date}|never>",
    "https://evil.example/x",
    "@here",
    "*bold* _italic_ ~gone~",
    "`code` ```pre```",
    "`<!channel>`",
    "> quoted",
    "&lt;!channel&gt;",
    "&amp;lt;",
    ":rotating_light:",
    "a\n*b*\r\n>c\u2028`d`",
    "\u202ereversed\u202c",
    "al\u200bice\ufeff\u3164\u034f\ufe0f",
    "\ud800",
    "{key} {0} %s",
    "&" * 500,
    "`" * 500,
    "<" * 4_000,
    "é" * 4_000,
    "\u200b",
    " ",
]
ATOMS = st.sampled_from([*SAMPLES[:22], *"*_~`<>&;!@#|^:\n a"])
TEXTS = st.one_of(
    st.sampled_from(SAMPLES),
    st.text(min_size=1),
    st.lists(ATOMS, min_size=1, max_size=5).map("".join),
)


def poisoned(found: Case, text: str) -> Case:
    """Put one text wherever a stranger's text can be."""
    opener = _event(found.opener, text)
    trouble = _event(found.trouble, text)
    return replace(
        found,
        opener=opener,
        trouble=trouble,
        reading=_reading(found.reading, text),
        saved=tuple(replace(it, reason=text) for it in found.saved),
        unreadable=_unreadable(found.unreadable, text),
    )


def variants(text: str) -> Iterator[Case]:
    """Draw every phase, with the key as it was read, hidden and not asked."""
    for found in PHASES.values():
        whole = poisoned(found, text)
        yield whole
        yield replace(whole, reading=None)
        hidden = KeyReading(read_at=START, refusal=text, aliases=(text,))
        yield replace(whole, reading=hidden)


def _event(found: KeyEvent | None, text: str) -> KeyEvent | None:
    if found is None:
        return None
    return replace(
        found,
        error=text if found.error else None,
        error_message=text,
        actor=Actor(kind=text, name=text, arn=text),
        source_ip=text,
        tool=text,
        deletion_date_text=text,
        event_id=text,
    )


def _reading(found: KeyReading | None, text: str) -> KeyReading | None:
    return replace(found, aliases=(text,) * 5) if found else None


def _unreadable(found: Unreadable | None, text: str) -> Unreadable | None:
    return replace(found, reason=text, excerpt=text) if found else None


def hostile_event(name: str, text: str, **changes: Any) -> KeyEvent:
    found = _event(event(name, **changes), text)
    assert found
    return found


def hostile_act(remedy: Remedy, text: str) -> Saved:
    return Saved(press_id="p", remedy=remedy, user="U0ADALOVE1", at=START, reason=text)
