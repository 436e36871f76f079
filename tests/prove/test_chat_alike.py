"""The fake chat answers whole sequences of calls as the local Slack does."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chalice_app.adapters.slack_chat import SlackChat
from chalice_app.domain.case import Place
from chalice_app.errors import ChatRefusedError
from chalice_app.ports import Chat
from infra.sandbox.slack import acme
from infra.sandbox.slack.local_slack import LocalSlack
from tests.fakes.chat import FakeChat
from tests.fakes.slack_clients import client_of

EVER = datetime(2020, 1, 1, tzinfo=UTC)
NOWHERE = Place(channel=acme.CHANNEL, ts="1600000000.000001")
WHICH = st.integers(0, 3)
USERS = st.sampled_from([acme.ADA, acme.BO, acme.EVE, acme.GUEST, "U0NOBODY00"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("post"), st.sampled_from("ab")),
        st.tuples(
            st.sampled_from(["update", "reply", "link", "post_page", "update_page"]),
            WHICH,
        ),
        st.tuples(st.just("remind"), st.none() | WHICH),
        st.tuples(st.just("whisper"), WHICH, USERS),
        st.tuples(st.just("whisper"), st.none(), USERS),
        st.tuples(st.sampled_from(["person"]), USERS),
        st.just(("found",)),
    ),
    min_size=2,
    max_size=10,
)


class Followed:
    """A chat whose places are told by their numbers: Slack names them otherwise."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.places: list[Place] = []
        self.pages: list[Place] = []

    def does(self, step: tuple[Any, ...]) -> object:
        name, *given = step
        try:
            return getattr(self, name)(*given)
        except ChatRefusedError as refused:
            return refused.code

    def post(self, case_id: str) -> int:
        self.places.append(self.chat.post({"text": "an alert"}, case_id))
        return len(self.places)

    def update(self, which: int) -> None:
        self.chat.update(self._at(which), {"text": "newer"})

    def post_page(self, which: int) -> int:
        page = self.chat.post_page(self._at(which), {"text": "a page"})
        self.pages.append(page)
        return len(self.pages)

    def update_page(self, which: int) -> None:
        page = self.pages[which] if which < len(self.pages) else NOWHERE
        self.chat.update(page, {"text": "newer"})

    def reply(self, which: int) -> None:
        self.chat.reply(self._at(which), "a line")

    def remind(self, which: int | None) -> int:
        thread = None if which is None else self._at(which)
        said = {"text": "a reminder"}
        self.places.append(self.chat.remind(said, "a.deletion", thread))
        return len(self.places)

    def link(self, which: int) -> bool:
        return self.chat.link(self._at(which)) is not None

    def whisper(self, which: int | None, user: str) -> None:
        place = None if which is None else self._at(which)
        self.chat.whisper(place, user, "for you")

    def person(self, user: str) -> object:
        return self.chat.person(user)

    def found(self) -> dict[str, list[int]]:
        return {
            case_id: [self.places.index(it) for it in places]
            for case_id, places in self.chat.found(EVER).items()
        }

    def _at(self, which: int) -> Place:
        return self.places[which] if which < len(self.places) else NOWHERE


@pytest.fixture(scope="module")
def new_slack() -> Iterator[Callable[[], LocalSlack]]:
    with LocalSlack() as running:

        def emptied() -> LocalSlack:
            running.store.messages.clear()
            return running

        yield emptied


@given(STEPS)
@settings(
    max_examples=60, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_every_call_is_answered_alike(
    new_slack: Callable[[], LocalSlack], steps: list[tuple[Any, ...]]
) -> None:
    real = Followed(SlackChat(client_of(new_slack().api_url), acme.CHANNEL))
    fake = Followed(FakeChat())

    for step in steps:
        assert fake.does(step) == real.does(step), step
