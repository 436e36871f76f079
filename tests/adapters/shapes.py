"""Strategies for cases, key events and ledger entries of any content."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from chalice_app.domain.actor import Actor
from chalice_app.domain.case import Case, Place, Saved, Unreadable
from chalice_app.domain.key import KeyReading, KeyState
from chalice_app.domain.key_event import KeyEvent
from chalice_app.domain.ledger import Entry, Kind
from chalice_app.domain.remedy import Remedy
from chalice_app.domain.subject import Subject

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
moment = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001  hypothesis adds the zone
    datetime(2035, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
st.register_type_strategy(str, text)
st.register_type_strategy(datetime, moment)

readings = st.builds(
    KeyReading,
    state=st.none() | st.sampled_from(KeyState),
    aliases=st.none() | st.lists(text, max_size=3).map(tuple),
)
subjects = st.builds(Subject)
events = st.builds(KeyEvent, subject=subjects, actor=st.none() | st.builds(Actor))
saved = st.builds(Saved, remedy=st.sampled_from(Remedy), reason=st.none() | text)
cases = st.builds(
    Case,
    version=st.integers(1, 1000),
    shown_version=st.integers(0, 1000),
    subject=subjects,
    opener=st.none() | events,
    trouble=st.none() | events,
    relieved_at=st.none() | moment,
    latest_try=st.none() | moment,
    unreadable=st.none() | st.builds(Unreadable),
    reading=st.none() | readings,
    lookers=st.lists(text, max_size=3).map(tuple),
    saved=st.lists(saved, max_size=3).map(tuple),
    place=st.none() | st.builds(Place),
    previous=st.none() | text,
)
entries = st.builds(
    Entry,
    kind=st.sampled_from(Kind),
    reason=st.none() | text,
    state=st.none() | text,
    error=st.none() | text,
    done=st.frozensets(st.sampled_from(["line", "answer", "notice"])),
)
